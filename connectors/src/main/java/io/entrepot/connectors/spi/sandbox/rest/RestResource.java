package io.entrepot.connectors.spi.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A collection of documents: {@code GET path} lists them in pages, {@code POST path} adds one,
 * {@code GET}, {@code PUT}, {@code PATCH} and {@code DELETE path/id} work on one. {@code PATCH}
 * merges objects and replaces all else; null removes (RFC 7396).
 *
 * @param name in the books, such as {@code orders}
 * @param path below the partner's address
 * @param idField of the document; missing in a new one, it is given a number
 * @param required fields without which a document is refused with 422
 * @param writable false refuses all but reading with 405
 * @param paging how the list is cut
 * @param listedBy the method that lists, GET or POST
 * @param stock the documents it begins with when its books are empty
 * @param story what is told of a change; null for nothing
 */
public record RestResource(
    String name,
    String path,
    String idField,
    List<String> required,
    boolean writable,
    Paging paging,
    String listedBy,
    List<JsonNode> stock,
    @Nullable BiFunction<Change, ObjectNode, Optional<JsonNode>> story) {

  /** What happened to a document. */
  public enum Change {
    CREATED,
    UPDATED,
    DELETED
  }

  /** Named after the last part of the path; the id stands in {@code id}. */
  public static RestResource at(String path) {
    return new RestResource(
        path.substring(path.lastIndexOf('/') + 1),
        path,
        "id",
        List.of(),
        true,
        Paging.whole(),
        "GET",
        List.of(),
        null);
  }

  public RestResource named(String other) {
    return new RestResource(
        other, path, idField, required, writable, paging, listedBy, stock, story);
  }

  public RestResource id(String field) {
    return new RestResource(name, path, field, required, writable, paging, listedBy, stock, story);
  }

  public RestResource required(String... fields) {
    return new RestResource(
        name, path, idField, List.of(fields), writable, paging, listedBy, stock, story);
  }

  public RestResource readOnly() {
    return new RestResource(name, path, idField, required, false, paging, listedBy, stock, story);
  }

  public RestResource paged(Paging pages) {
    return new RestResource(name, path, idField, required, writable, pages, listedBy, stock, story);
  }

  /** For a partner that searches by POST; nothing can be added to it then. */
  public RestResource listedByPost() {
    return new RestResource(name, path, idField, required, false, paging, "POST", stock, story);
  }

  public RestResource stocked(List<JsonNode> documents) {
    return new RestResource(
        name, path, idField, required, writable, paging, listedBy, List.copyOf(documents), story);
  }

  /** The webhook's body for a change of that document; empty for one that is not told. */
  public RestResource tells(BiFunction<Change, ObjectNode, Optional<JsonNode>> told) {
    return new RestResource(name, path, idField, required, writable, paging, listedBy, stock, told);
  }
}
