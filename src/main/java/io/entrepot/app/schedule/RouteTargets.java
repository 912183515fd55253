package io.entrepot.app.schedule;

import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** {@code route:<endpoint>}: a Camel route that is sent the run's parameters. */
@Component
final class RouteTargets implements Targets.Kind {
  private final ProducerTemplate producer;

  RouteTargets(ProducerTemplate producer) {
    this.producer = producer;
  }

  @Override
  public String prefix() {
    return "route";
  }

  @Override
  public ScheduledTask find(String endpoint) {
    return new RouteTask(endpoint);
  }

  private final class RouteTask implements ScheduledTask {
    private final String endpoint;

    RouteTask(String endpoint) {
      this.endpoint = endpoint;
    }

    @Override
    public String name() {
      return endpoint;
    }

    @Override
    public String run(TaskRun run) {
      producer.requestBody(endpoint, Map.copyOf(run.parameters()));
      return "sent to " + endpoint;
    }
  }
}
