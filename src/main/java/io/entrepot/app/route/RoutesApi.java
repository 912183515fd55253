package io.entrepot.app.route;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.spi.RouteController;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/ops/routes}: the routes of this node; what is stopped here, runs elsewhere on. */
@RestController
@RequestMapping("/api/v1/ops/routes")
public final class RoutesApi {
  private final CamelContext camel;
  private final RouteCounters counters;
  private final StoppedRoutes stopped;

  RoutesApi(CamelContext camel, RouteCounters counters, StoppedRoutes stopped) {
    this.camel = camel;
    this.counters = counters;
    this.stopped = stopped;
  }

  /**
   * A route with its figures since this node started.
   *
   * @param from null as long as the route is absent
   * @param state Started, Stopped, Suspended, or Absent: a file that Camel was not given
   * @param reason why it does not run, if it does not by itself
   * @param meanMillis null before the first exchange
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record RouteView(
      String id,
      @Nullable String description,
      @Nullable String from,
      String state,
      @Nullable String reason,
      long exchanges,
      long failed,
      @Nullable Double meanMillis,
      @Nullable String lastAt) {}

  @GetMapping
  public List<RouteView> list() {
    Stream<RouteView> loaded = camel.getRoutes().stream().map(this::view);
    Stream<RouteView> left =
        stopped.all().stream().filter(id -> camel.getRoute(id) == null).map(this::leftOut);
    return Stream.concat(loaded, left).sorted(Comparator.comparing(RouteView::id)).toList();
  }

  @GetMapping("/{partner}/{document}")
  RouteView show(@PathVariable String partner, @PathVariable String document) {
    return view(find(partner + "/" + document));
  }

  @PostMapping("/{partner}/{document}/{action}")
  RouteView act(
      @PathVariable String partner, @PathVariable String document, @PathVariable String action)
      throws Exception {
    Route route = find(partner + "/" + document);
    change(route.getRouteId(), action);
    return view(route);
  }

  private void change(String id, String action) throws Exception {
    RouteController controller = camel.getRouteController();
    switch (action) {
      case "start" -> {
        stopped.forget(id);
        resume(controller, id);
      }
      case "stop" -> {
        controller.stopRoute(id);
        stopped.because(id, "stopped by an operator");
      }
      case "suspend" -> {
        controller.suspendRoute(id);
        stopped.because(id, "suspended by an operator");
      }
      default ->
          throw ProblemException.badRequest(
              "action-unknown",
              "A route can start, stop or suspend; '" + action + "' is none of these.");
    }
  }

  private static void resume(RouteController controller, String id) throws Exception {
    if (controller.getRouteStatus(id) == ServiceStatus.Suspended) {
      controller.resumeRoute(id);
    } else {
      controller.startRoute(id);
    }
  }

  private Route find(String id) {
    Route route = camel.getRoute(id);
    if (route == null) {
      throw ProblemException.notFound(
          "route-not-found", "There is no route '" + id + "'; GET /api/v1/ops/routes lists them.");
    }
    return route;
  }

  private RouteView leftOut(String id) {
    return new RouteView(
        id, null, null, "Absent", stopped.reason(id).orElse(null), 0, 0, null, null);
  }

  private RouteView view(Route route) {
    String id = route.getRouteId();
    RouteCounters.Count count = counters.of(id);
    return new RouteView(
        id,
        route.getDescription(),
        route.getEndpoint().getEndpointUri().replaceFirst("://", ":"),
        camel.getRouteController().getRouteStatus(id).name(),
        stopped.reason(id).orElse(null),
        count.exchanges(),
        count.failed(),
        count.exchanges() == 0 ? null : (double) count.totalMillis() / count.exchanges(),
        count.lastAt() == null ? null : count.lastAt().toString());
  }
}
