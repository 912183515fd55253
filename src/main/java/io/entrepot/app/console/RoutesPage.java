package io.entrepot.app.console;

import io.entrepot.app.route.RoutesApi;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The routes of this node. */
@Controller
final class RoutesPage implements LiveTopic {
  private final RoutesApi routes;

  RoutesPage(RoutesApi routes) {
    this.routes = routes;
  }

  @GetMapping("/console/routes")
  String list(Model model) {
    var rows = routes.list().stream().map(RouteRow::of).toList();
    model.addAttribute("routes", rows);
    model.addAttribute("stopped", rows.stream().filter(row -> !row.running()).count());
    return "console/routes";
  }

  @Override
  public String name() {
    return "routes";
  }

  @Override
  public Object state(@Nullable UUID id) {
    return routes.list();
  }
}
