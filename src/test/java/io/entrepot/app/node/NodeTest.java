package io.entrepot.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.TestHub;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.camel.CamelContext;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class NodeTest {
  private final TestHub hub = TestHub.shared();

  @Test
  void answersOnItsPort() throws Exception {
    HttpRequest health = HttpRequest.newBuilder(hub.url().resolve("/actuator/health")).build();

    int status = HttpClient.newHttpClient().send(health, BodyHandlers.discarding()).statusCode();

    assertThat(status).isLessThan(500);
  }

  @Test
  void routesRunAndTheSchemaIsMigrated() {
    assertThat(hub.bean(CamelContext.class).isStarted()).isTrue();
    assertThat(hub.bean(Flyway.class).info().pending()).isEmpty();
  }
}
