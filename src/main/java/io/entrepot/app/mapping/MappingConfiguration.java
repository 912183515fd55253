package io.entrepot.app.mapping;

import io.entrepot.app.embedded.StartRefused;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the mappings in force when the node starts; a broken file stops the start by its name. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

  @Bean
  MappingFolder mappingFolder(@Value("${entrepot.definitions:}") String definitions) {
    return new MappingFolder(definitions.isBlank() ? null : Path.of(definitions, "mappings"));
  }

  @Bean
  MappingsInForce mappings(MappingFolder folder, ObjectProvider<PromotedMappings> promoted) {
    PromotedMappings kept = promoted.getIfAvailable(() -> Map::of);
    try {
      return StartingMappings.load(folder, kept.inForce());
    } catch (MappingFileException e) {
      throw new StartRefused("mappings/" + e.getMessage(), e);
    }
  }

  /** The bean's name is the scheme: {@code mapping:wms/shipment.outbound}. */
  @Bean("mapping")
  MappingComponent mappingComponent(Mappings mappings) {
    return new MappingComponent(mappings);
  }
}
