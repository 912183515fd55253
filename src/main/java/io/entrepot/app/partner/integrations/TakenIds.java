package io.entrepot.app.partner.integrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The partners that are shipped, by id without hyphens. */
final class TakenIds {
  private static final String CLASSES = "classpath*:io/entrepot/connectors/*/*Connector.class";
  private static final String FILES = "classpath*:connectors/declared/*.yaml";

  private TakenIds() {}

  static Set<String> shipped() {
    Set<String> ids = new TreeSet<>();
    try {
      PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
      for (Resource type : resolver.getResources(CLASSES)) {
        String[] path = type.getURL().getPath().split("/", -1);
        ids.add(path[path.length - 2]);
      }
      for (Resource file : resolver.getResources(FILES)) {
        ids.add(String.valueOf(file.getFilename()).replace(".yaml", "").replace("-", ""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped partners cannot be listed", e);
    }
    return ids;
  }
}
