package io.entrepot.app.route;

import io.entrepot.app.partner.PartnerRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts the route files into Camel before it starts; a route without its partner stays off. */
@Component
final class RouteLoading implements CamelContextConfiguration {
  private final PartnerRegistry partners;
  private final StoppedRoutes stopped;
  private final String definitions;

  RouteLoading(
      PartnerRegistry partners,
      StoppedRoutes stopped,
      @Value("${entrepot.definitions:}") String definitions) {
    this.partners = partners;
    this.stopped = stopped;
    this.definitions = definitions;
  }

  @Override
  public void beforeApplicationStart(CamelContext camel) {
    List<RouteFile> files = RouteFiles.read(definitions);
    List<Finding> findings = RouteLint.check(files);
    if (!findings.isEmpty()) {
      throw new BadRoutes(findings);
    }
    load(camel, files);
    files.stream().filter(file -> !file.shared()).forEach(file -> holdBack(camel, file));
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {}

  private static void load(CamelContext camel, List<RouteFile> files) {
    List<Resource> resources =
        files.stream()
            .map(
                file ->
                    ResourceHelper.fromBytes(
                        "routes/" + file.path(), file.text().getBytes(StandardCharsets.UTF_8)))
            .toList();
    try {
      PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
    } catch (Exception e) {
      throw new IllegalStateException("Camel does not take the route files: " + e.getMessage(), e);
    }
  }

  private void holdBack(CamelContext camel, RouteFile file) {
    Optional<String> reason = missing(file);
    if (reason.isPresent()) {
      ((ModelCamelContext) camel).getRouteDefinition(file.id()).setAutoStartup("false");
      stopped.because(file.id(), reason.get());
    }
  }

  private Optional<String> missing(RouteFile file) {
    return file.partners().stream()
        .filter(id -> partners.find(id).filter(partner -> partner.configured()).isEmpty())
        .findFirst()
        .map(
            id ->
                partners.find(id).isEmpty()
                    ? "there is no partner '" + id + "'"
                    : "partner '%s' is not configured: set entrepot.partners.%s.*"
                        .formatted(id, id));
  }
}
