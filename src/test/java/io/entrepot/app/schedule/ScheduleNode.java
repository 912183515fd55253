package io.entrepot.app.schedule;

import io.entrepot.app.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** The schedules alone, as one node of a cluster, with a test's own files and tasks. */
final class ScheduleNode implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private ScheduleNode(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static ScheduleNode start(
      EmbeddedPostgres postgres, List<ScheduledTask> tasks, Map<String, String> files) {
    return new ScheduleNode(
        new SpringApplicationBuilder(Beans.class)
            .web(WebApplicationType.NONE)
            .properties(
                Map.of(
                    "spring.datasource.url", postgres.jdbcUrl(),
                    "spring.datasource.username", postgres.user(),
                    "spring.datasource.password", postgres.password(),
                    "spring.datasource.hikari.maximum-pool-size", "6"))
            .initializers(
                context -> {
                  GenericApplicationContext beans = (GenericApplicationContext) context;
                  beans.registerBean(ScheduleFiles.class, () -> files(files));
                  beans.registerBean(TaskTargets.class, () -> new TaskTargets(tasks));
                })
            .run());
  }

  Schedules schedules() {
    return context.getBean(Schedules.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  private static ScheduleFiles files(Map<String, String> files) {
    return new ScheduleFiles(
        files.entrySet().stream().map(file -> named(file.getKey(), file.getValue())).toList());
  }

  private static Resource named(String name, String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return name + ".yaml";
      }
    };
  }

  /** No configuration by annotation: the scan of the whole application must not find it. */
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    QuartzAutoConfiguration.class
  })
  @Import({
    Targets.class,
    RunHistory.class,
    ScheduleLock.class,
    Triggers.class,
    Schedules.class,
    ScheduleRegistrar.class
  })
  static class Beans {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
