package io.entrepot.app.node;

import io.entrepot.app.embedded.SecretFile;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.Surroundings;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In development the partners are simulated; in production none of this exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "entrepot.profile", havingValue = "development")
class SandboxConfiguration {
  /** Where unconfigured connectors find their simulated partner. */
  @Bean
  Surroundings surroundings(NodeSettings settings, Parts parts, PublicUrl hub) {
    Path secrets = settings.data().resolve("secrets");
    return new Surroundings(
        parts.sandboxUrl(),
        parts.smtp(),
        hub.get(),
        name -> SecretFile.readOrCreate(secrets.resolve(name)));
  }

  @Bean
  SandboxOpening sandboxOpening(
      NodeSettings settings, Parts parts, List<Connector> connectors, PublicUrl hub) {
    return new SandboxOpening(parts.sandbox(), connectors, settings.data(), hub);
  }
}
