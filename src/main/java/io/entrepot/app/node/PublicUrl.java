package io.entrepot.app.node;

import java.net.URI;
import java.util.function.Supplier;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** How partners and buyers reach this hub: {@code entrepot.public.url}, or where it listens. */
@Component
public final class PublicUrl implements Supplier<URI> {
  private final NodeSettings settings;
  private final ApplicationContext context;

  PublicUrl(NodeSettings settings, ApplicationContext context) {
    this.settings = settings;
    this.context = context;
  }

  /** Without a path. Known once the web server has its port. */
  @Override
  public URI get() {
    return settings.find("public.url").map(URI::create).orElseGet(this::listening);
  }

  URI listening() {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    String scheme = settings.find("tls.keystore").isPresent() ? "https" : "http";
    return URI.create(scheme + "://" + settings.require("bind") + ":" + port);
  }
}
