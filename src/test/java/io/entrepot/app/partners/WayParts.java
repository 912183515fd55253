package io.entrepot.app.partners;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.auth.TokenVault;
import java.time.Clock;
import org.apache.camel.Component;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The connectors and mappings of the class path, without anything that needs a database. */
final class WayParts implements AutoCloseable {
  private final AnnotationConfigApplicationContext beans;
  private final Connector connector;

  private WayParts(AnnotationConfigApplicationContext beans, Connector connector) {
    this.beans = beans;
    this.connector = connector;
  }

  static WayParts of(String partner, PartnerSettingsSource settings) {
    AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    beans.setClassLoader(Thread.currentThread().getContextClassLoader());
    beans.registerBean(PartnerSettingsSource.class, () -> settings);
    beans.registerBean(Clock.class, Clock::systemUTC);
    beans.registerBean(TokenVault.class, MemoryTokens::new);
    beans.scan("io.entrepot.connectors", "io.entrepot.app.mapping");
    beans.refresh();
    return new WayParts(beans, find(partner, beans));
  }

  private static Connector find(String partner, AnnotationConfigApplicationContext beans) {
    return beans.getBeansOfType(Connector.class).values().stream()
        .filter(connector -> connector.id().equals(partner))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no connector '" + partner + "'"));
  }

  Connector connector() {
    return connector;
  }

  /** {@code mapping:}. */
  Component mappings() {
    return beans.getBean("mapping", Component.class);
  }

  @Override
  public void close() {
    beans.close();
  }
}
