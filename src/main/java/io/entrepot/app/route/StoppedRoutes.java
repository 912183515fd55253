package io.entrepot.app.route;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Why a route does not run. */
@Component
final class StoppedRoutes {
  private final Map<String, String> reasons = new ConcurrentHashMap<>();

  void because(String route, String reason) {
    reasons.put(route, reason);
  }

  void forget(String route) {
    reasons.remove(route);
  }

  Set<String> all() {
    return new TreeSet<>(reasons.keySet());
  }

  Optional<String> reason(String route) {
    return Optional.ofNullable(reasons.get(route));
  }
}
