package io.entrepot.app.route;

import io.entrepot.app.partner.PartnerRegistry;
import io.entrepot.connectors.spi.Connector;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    List<RouteFile> loadable = files.stream().filter(this::hasItsPartners).toList();
    load(camel, loadable);
    loadable.stream().filter(file -> !file.shared()).forEach(file -> holdBack(camel, file));
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {}

  private static void load(CamelContext camel, List<RouteFile> files) {
    List<Resource> resources = files.stream().map(RouteLoading::resource).toList();
    try {
      PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
    } catch (Exception e) {
      throw new IllegalStateException("Camel does not take the route files: " + e.getMessage(), e);
    }
  }

  private static Resource resource(RouteFile file) {
    // Camel takes all behind the first dot for the kind of the file.
    String name = "routes/" + file.id().replace('.', '-') + RouteFile.ENDING;
    return ResourceHelper.fromBytes(name, file.text().getBytes(StandardCharsets.UTF_8));
  }

  /** Camel cannot even build a route to somebody it does not know. */
  private boolean hasItsPartners(RouteFile file) {
    if (file.shared()) {
      return true;
    }
    List<String> unknown =
        file.partners().stream().filter(id -> partners.find(id).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      stopped.because(file.id(), "there is no connector for " + unknown);
    }
    return unknown.isEmpty();
  }

  private void holdBack(CamelContext camel, RouteFile file) {
    List<String> missing =
        file.partners().stream()
            .filter(id -> partners.find(id).filter(Connector::configured).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      ((ModelCamelContext) camel).getRouteDefinition(file.id()).setAutoStartup("false");
      stopped.because(file.id(), "not configured: set entrepot.partners.<id>.* of " + missing);
    }
  }
}
