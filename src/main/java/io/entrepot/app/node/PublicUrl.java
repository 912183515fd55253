package io.entrepot.app.node;

import java.net.URI;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How partners and buyers reach this hub: {@code entrepot.public.url}, or where it listens. */
@Component
public final class PublicUrl implements Supplier<URI> {
  private final NodeSettings settings;

  PublicUrl(NodeSettings settings) {
    this.settings = settings;
  }

  /** Without a slash at the end. */
  @Override
  public URI get() {
    return settings.find("public.url").map(URI::create).orElseGet(this::listening);
  }

  URI listening() {
    String scheme = settings.find("tls.keystore").isPresent() ? "https" : "http";
    return URI.create(scheme + "://" + settings.require("bind") + ":" + settings.port("port"));
  }
}
