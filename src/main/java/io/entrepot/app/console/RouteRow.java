package io.entrepot.app.console;

import io.entrepot.app.route.RoutesApi.RouteView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A route of the list, with its mark. */
record RouteRow(RouteView route, StatusPill pill) {
  private static final String STARTED = "Started";

  static RouteRow of(RouteView route) {
    var pill =
        switch (route.state()) {
          case STARTED -> new StatusPill(route.failed() > 0 ? "warn" : "ok", "route.state.Started");
          case "Stopped", "Suspended" -> new StatusPill("paused", "route.state." + route.state());
          default -> new StatusPill("unknown", "route.state.other");
        };
    return new RouteRow(route, pill);
  }

  public boolean running() {
    return route.state().equals(STARTED);
  }

  public @Nullable Instant last() {
    return route.lastAt() == null ? null : Instant.parse(route.lastAt());
  }

  public String mean() {
    var millis = route.meanMillis();
    return millis == null ? "" : Math.max(1, Math.round(millis)) + " ms";
  }
}
