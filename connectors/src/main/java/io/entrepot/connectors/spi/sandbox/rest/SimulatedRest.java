package io.entrepot.connectors.spi.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.Admission;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import io.entrepot.connectors.spi.sandbox.Replays;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated REST partner: who may ask, how often, what was asked before, who answers. */
final class SimulatedRest implements SimulatedPartner {
  private final RestSandbox plan;
  private final SandboxSite site;
  private final Admission admission;
  private final RestLimit limit;
  private final Replays replays;
  private final RestStore store;
  private final RestTelling telling;
  private final RestDesk desk;
  private final List<RestCollection> collections;

  SimulatedRest(RestSandbox plan, SandboxSite site) {
    this.plan = plan;
    this.site = site;
    this.admission = plan.auth.open(plan.account, site);
    this.limit = new RestLimit(plan.limit);
    this.replays = new Replays(site.books());
    this.store = new RestStore(site);
    this.telling = new RestTelling(plan.account, plan.webhook, site);
    this.desk = new RestDesk(site, store, plan.voice, telling);
    this.collections = plan.resources.stream().map(this::collection).toList();
  }

  private RestCollection collection(RestResource resource) {
    URI address = URI.create(site.server() + "/" + plan.partner() + resource.path());
    return new RestCollection(resource, store, desk, address);
  }

  void apply(JsonNode entry) {
    admission.apply(entry);
    replays.apply(entry);
    store.apply(entry);
    telling.apply(entry);
  }

  /** Fills the shelves of a partner that has never opened before. */
  void stock() {
    if (site.books().size() == 0) {
      for (RestResource resource : plan.resources) {
        for (JsonNode document : resource.stock()) {
          String id = document.path(resource.idField()).asText();
          store.put(resource.name(), id, (ObjectNode) document);
        }
      }
    }
  }

  @Override
  public void resume() {
    telling.resume();
  }

  /** One request at a time: what one sees, no other changes meanwhile. */
  @Override
  public synchronized SandboxAnswer answer(SandboxRequest request) {
    Optional<SandboxAnswer> token = admission.token(request);
    if (token.isPresent()) {
      return token.get();
    }
    long pause = limit.pauseSeconds(site.clock().instant());
    if (pause > 0) {
      return plan.voice
          .no(429, "TOO_MANY_REQUESTS", "wait before asking again")
          .with("Retry-After", Long.toString(pause));
    }
    if (!admission.admits(request)) {
      return plan.voice.no(401, "UNAUTHORIZED", "the credential is not accepted");
    }
    return once(request);
  }

  private SandboxAnswer once(SandboxRequest request) {
    Optional<String> key =
        plan.idempotencyHeader == null || !request.method().equals("POST")
            ? Optional.empty()
            : request.header(plan.idempotencyHeader);
    if (key.isEmpty()) {
      return answered(request);
    }
    String asked = request.path() + " " + key.get();
    return replays.find(asked).orElseGet(() -> replays.keep(asked, answered(request)));
  }

  private SandboxAnswer answered(SandboxRequest request) {
    for (RestRoute route : plan.routes) {
      Optional<Map<String, String>> segments = route.segments(request.path());
      if (segments.isPresent() && route.method().equals(request.method())) {
        return route.work().answer(request, segments.get(), desk);
      }
    }
    for (RestCollection collection : collections) {
      Optional<SandboxAnswer> answer = collection.answer(request);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return plan.voice.no(404, "NOT_FOUND", "there is nothing at this address");
  }

  @Override
  public BooksSummary summary() {
    Map<String, Long> counts = new LinkedHashMap<>();
    plan.resources.forEach(resource -> counts.put(resource.name(), 0L));
    counts.putAll(store.counts());
    counts.putAll(telling.counts());
    return new BooksSummary(counts, Map.of());
  }

  @Override
  public List<BooksTable> tables(int rowsMax) {
    return store.tables(rowsMax);
  }
}
