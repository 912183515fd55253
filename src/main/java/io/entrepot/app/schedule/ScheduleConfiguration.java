package io.entrepot.app.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the schedule files: those in the jar, then those of the operator's own folder. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {
  private static final String IN_JAR = "classpath*:schedules/*.yaml";

  @Bean
  ScheduleFiles scheduleFiles(@Value("${entrepot.definitions:}") String definitions)
      throws IOException {
    return new ScheduleFiles(resources(definitions));
  }

  static List<Resource> resources(String definitions) throws IOException {
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    List<Resource> resources = new ArrayList<>(List.of(resolver.getResources(IN_JAR)));
    Path own = Path.of(definitions, "schedules");
    if (!definitions.isBlank() && Files.isDirectory(own)) {
      resources.addAll(List.of(resolver.getResources(own.toUri() + "*.yaml")));
    }
    return resources;
  }
}
