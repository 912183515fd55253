package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.http.auth.MemoryTokenVault;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.DocumentMapper;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.auth.TokenVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Connectors as Spring finds them, the declared ones beside those in Java. */
public final class DeclaredPartner {
  /** Marks what a mapping has touched. */
  public static final DocumentMapper MARKING =
      (mapping, document) ->
          ((com.fasterxml.jackson.databind.node.ObjectNode) document.deepCopy())
              .put("mapped-by", mapping);

  private DeclaredPartner() {}

  /** That connector out of the shipped files. */
  public static Connector shipped(String id, PartnerSettingsSource settings, Clock clock) {
    return find(id, "", settings, clock);
  }

  /** One out of this text, in an operator's own folder. */
  public static Connector of(
      Path definitions, String id, String text, PartnerSettingsSource settings) {
    try {
      Path folder = Files.createDirectories(definitions.resolve("connectors/declared"));
      Files.writeString(folder.resolve(id + ".yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return find(id, definitions.toString(), settings, Clock.systemUTC());
  }

  private static Connector find(
      String id, String definitions, PartnerSettingsSource settings, Clock clock) {
    AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    beans
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("entrepot.definitions", definitions)));
    beans.registerBean(PartnerSettingsSource.class, () -> settings);
    beans.registerBean(Clock.class, () -> clock);
    beans.registerBean(TokenVault.class, MemoryTokenVault::new);
    beans.registerBean(DocumentMapper.class, () -> MARKING);
    beans.scan("io.entrepot.connectors");
    beans.refresh();
    return beans.getBeansOfType(Connector.class).values().stream()
        .filter(connector -> connector.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
