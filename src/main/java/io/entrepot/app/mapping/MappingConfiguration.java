package io.entrepot.app.mapping;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the mappings in force when the node starts; a broken file stops the start by its name. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

  @Bean
  Mappings mappings(@Value("${entrepot.definitions:}") String definitions) {
    Path own = definitions.isBlank() ? null : Path.of(definitions, "mappings");
    return FileMappings.load(new MappingFolder(own));
  }

  /** The bean's name is the scheme: {@code mapping:wms/shipment.outbound}. */
  @Bean("mapping")
  MappingComponent mappingComponent(Mappings mappings) {
    return new MappingComponent(mappings);
  }
}
