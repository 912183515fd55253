package io.entrepot.connectors.spi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.NoticeRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notice as it arrived.
 *
 * @param path as asked for, without the query
 * @param headers names in any case
 * @param query decoded, each name with its values in order
 * @param body the bytes as they came; signatures are made over these
 */
@SuppressWarnings("ArrayRecordComponent") // Two notices are never compared.
public record RawNotice(
    String method,
    String path,
    Map<String, List<String>> headers,
    Map<String, List<String>> query,
    byte[] body,
    Instant receivedAt) {

  /** The first value of that header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  /** The first value of that query parameter. */
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The body as JSON, read by {@link PartnerJson}'s rules; a missing node for an empty one.
   *
   * @throws NoticeRefused saying where and why it cannot be read, without repeating its values
   */
  public JsonNode json() throws NoticeRefused {
    try {
      return PartnerJson.read(text());
    } catch (JsonProcessingException e) {
      throw new NoticeRefused(Reason.UNREADABLE, "the body cannot be read: " + JsonFault.of(e));
    }
  }

  /** Without headers, query and body: they may carry secrets or personal data. */
  @Override
  public String toString() {
    return method + " " + path + " (" + body.length + " bytes)";
  }
}
