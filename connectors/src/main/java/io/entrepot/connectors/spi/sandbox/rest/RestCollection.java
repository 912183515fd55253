package io.entrepot.connectors.spi.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.rest.RestResource.Change;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** One resource at work. */
final class RestCollection {
  private final RestResource resource;
  private final RestStore store;
  private final RestDesk desk;
  private final URI address;

  RestCollection(RestResource resource, RestStore store, RestDesk desk, URI address) {
    this.resource = resource;
    this.store = store;
    this.desk = desk;
    this.address = address;
  }

  /** Empty if the path is not of this resource. */
  Optional<SandboxAnswer> answer(SandboxRequest request) {
    if (request.path().equals(resource.path())) {
      return Optional.of(all(request));
    }
    return request.path().startsWith(resource.path() + "/")
        ? Optional.of(one(request, request.path().substring(resource.path().length() + 1)))
        : Optional.empty();
  }

  private SandboxAnswer all(SandboxRequest request) {
    if (request.method().equals(resource.listedBy())) {
      return list(request);
    }
    return request.method().equals("POST") && resource.writable() ? create(request) : notAllowed();
  }

  private SandboxAnswer list(SandboxRequest request) {
    try {
      return desk.yes(
          200, RestPages.page(resource.paging(), store.rowsOf(resource.name()), request, address));
    } catch (IllegalArgumentException e) {
      return desk.no(422, "INVALID_PAGE", String.valueOf(e.getMessage()));
    }
  }

  private SandboxAnswer create(SandboxRequest request) {
    if (!(request.json() instanceof ObjectNode document)) {
      return notJson();
    }
    if (document.path(resource.idField()).asText().isBlank()) {
      document.put(resource.idField(), Long.toString(store.nextNumber()));
    }
    String id = document.path(resource.idField()).asText();
    if (store.find(resource.name(), id).isPresent()) {
      return desk.no(409, "ALREADY_EXISTS", resource.idField() + " is taken");
    }
    return kept(Change.CREATED, 201, id, document);
  }

  private SandboxAnswer kept(Change change, int status, String id, ObjectNode document) {
    for (String field : resource.required()) {
      JsonNode value = document.path(field);
      if (value.isMissingNode()
          || value.isNull()
          || (value.isTextual() && value.asText().isBlank())) {
        return desk.no(422, "INVALID", field + " is missing");
      }
    }
    store.put(resource.name(), id, document);
    tell(change, id, document);
    return desk.yes(status, document);
  }

  private SandboxAnswer one(SandboxRequest request, String id) {
    Optional<ObjectNode> there = store.find(resource.name(), id);
    if (there.isEmpty()) {
      return desk.no(404, "NOT_FOUND", "there is no such document in " + resource.name());
    }
    if (request.method().equals("GET")) {
      return desk.yes(200, there.get());
    }
    if (!resource.writable()) {
      return notAllowed();
    }
    return switch (request.method()) {
      case "PUT" -> changed(request, id, JsonNodeFactory.instance.objectNode());
      case "PATCH" -> changed(request, id, there.get());
      case "DELETE" -> removed(id, there.get());
      default -> notAllowed();
    };
  }

  private SandboxAnswer changed(SandboxRequest request, String id, ObjectNode base) {
    if (!(request.json() instanceof ObjectNode patch)) {
      return notJson();
    }
    merge(base, patch);
    return kept(Change.UPDATED, 200, id, base.put(resource.idField(), id));
  }

  private static void merge(ObjectNode base, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue().isNull()) {
        base.remove(field.getKey());
      } else if (field.getValue() instanceof ObjectNode part
          && base.get(field.getKey()) instanceof ObjectNode there) {
        merge(there, part);
      } else {
        base.set(field.getKey(), field.getValue());
      }
    }
  }

  private SandboxAnswer removed(String id, ObjectNode document) {
    store.remove(resource.name(), id);
    tell(Change.DELETED, id, document);
    return desk.yes(204, JsonNodeFactory.instance.nullNode());
  }

  private void tell(Change change, String id, ObjectNode document) {
    if (resource.story() != null) {
      resource
          .story()
          .apply(change, document.deepCopy())
          .ifPresent(event -> desk.tell(resource.name() + "/" + id, event));
    }
  }

  private SandboxAnswer notJson() {
    return desk.no(400, "NOT_JSON", "the body must be a JSON object");
  }

  private SandboxAnswer notAllowed() {
    return desk.no(405, "NOT_ALLOWED", "this cannot be done here");
  }
}
