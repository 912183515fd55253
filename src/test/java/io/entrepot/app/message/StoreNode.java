package io.entrepot.app.message;

import io.entrepot.app.embedded.EmbeddedPostgres;
import io.entrepot.app.embedded.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/** The message store alone, as one of the nodes on the JVM's one database for such tests. */
public final class StoreNode {
  private StoreNode() {}

  /** Properties make one node differ from another. */
  public static ConfigurableApplicationContext start(
      WebApplicationType web, Map<String, Object> properties, Class<?>... more) {
    return start(web, properties, beans -> {}, more);
  }

  /** With beans that only the test knows. */
  public static ConfigurableApplicationContext start(
      WebApplicationType web,
      Map<String, Object> properties,
      Consumer<GenericApplicationContext> beans,
      Class<?>... more) {
    EmbeddedPostgres database = Database.SERVER;
    Map<String, Object> all = new HashMap<>(properties);
    all.put("entrepot.data", Database.DIRECTORY.toString());
    all.put("spring.datasource.url", database.jdbcUrl());
    all.put("spring.datasource.username", database.user());
    all.put("spring.datasource.password", database.password());
    all.put("spring.datasource.hikari.maximum-pool-size", "8");
    all.put("server.port", "0");
    all.put("server.address", "127.0.0.1");
    return new SpringApplicationBuilder(StoreParts.class)
        .sources(more)
        .web(web)
        .initializers((GenericApplicationContext context) -> beans.accept(context))
        .run(arguments(all));
  }

  @ComponentScan({"io.entrepot.app.keys", "io.entrepot.app.message"})
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  static class StoreParts {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  /** As arguments: they win over application.yaml. */
  private static String[] arguments(Map<String, Object> properties) {
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }

  private static final class Database {
    static final Path DIRECTORY = directory();
    static final EmbeddedPostgres SERVER = EmbeddedPostgres.start(DIRECTORY.resolve("pg"), 0);

    private static Path directory() {
      try {
        Path directory = Files.createTempDirectory("store-node");
        Runtime.getRuntime().addShutdownHook(new Thread(Database::stop, "store-node-stop"));
        return directory;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop() {
      SERVER.close();
      try {
        Trees.delete(DIRECTORY);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
