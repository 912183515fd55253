package io.entrepot.app.security;

import java.time.Duration;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.AbstractServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * The console's session cookie: out of reach of scripts, never sent from another site's form. It
 * becomes {@code Secure} by itself where the connection is TLS.
 */
@Component
final class SessionCookie
    implements WebServerFactoryCustomizer<AbstractServletWebServerFactory>, Ordered {
  @Override
  public void customize(AbstractServletWebServerFactory factory) {
    var session = factory.getSession();
    session.setTimeout(Duration.ofMinutes(30));
    session.getCookie().setName("entrepot-session");
    session.getCookie().setHttpOnly(true);
    session.getCookie().setSameSite(SameSite.LAX);
  }

  /** After Boot's own customizer, which would put the defaults back. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
