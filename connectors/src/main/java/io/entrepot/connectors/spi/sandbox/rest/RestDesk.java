package io.entrepot.connectors.spi.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a route of a simulated REST partner has at hand. */
public final class RestDesk {
  private final SandboxSite site;
  private final RestStore store;
  private final RestVoice voice;
  private final RestTelling telling;

  RestDesk(SandboxSite site, RestStore store, RestVoice voice, RestTelling telling) {
    this.site = site;
    this.store = store;
    this.voice = voice;
    this.telling = telling;
  }

  /** A copy of that document of a resource. */
  public Optional<ObjectNode> find(String resource, String id) {
    return store.find(resource, id);
  }

  /** Copies of all, in the order in which they were added. */
  public List<ObjectNode> all(String resource) {
    return store.all(resource);
  }

  /** Adds or replaces, in the books. */
  public void put(String resource, String id, ObjectNode document) {
    store.put(resource, id, document);
  }

  /** Takes it out; in the books, too. */
  public void remove(String resource, String id) {
    store.remove(resource, id);
  }

  /** Sends the webhook, in order for each subject, until it is heard. */
  public void tell(String subject, JsonNode event) {
    telling.tell(subject, event);
  }

  /** By the partner's clock. */
  public Instant now() {
    return site.clock().instant();
  }

  /** Whether that fault of the partner's own strikes here. */
  public boolean strikes(String fault) {
    return site.faults().strikes(fault);
  }

  public SandboxAnswer yes(int status, JsonNode body) {
    return voice.yes(status, body);
  }

  public SandboxAnswer no(int status, String code, String message) {
    return voice.no(status, code, message);
  }
}
