package io.entrepot.connectors.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a partner.
 *
 * @param uri its query and the headers may hold secrets; no message ever shows them
 * @param body null for none
 * @param timeout from sending to the last byte of the answer
 */
public record HttpCall(
    String method, URI uri, Map<String, String> headers, @Nullable String body, Duration timeout) {

  public static HttpCall get(URI uri, Duration timeout) {
    return new HttpCall("GET", uri, Map.of(), null, timeout);
  }

  /** POST of a JSON document. */
  public static HttpCall post(URI uri, JsonNode body, Duration timeout) {
    return new HttpCall(
        "POST", uri, Map.of("Content-Type", "application/json"), body.toString(), timeout);
  }

  public HttpCall with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new HttpCall(method, uri, Map.copyOf(more), body, timeout);
  }

  /** Method, host and path. */
  @Override
  public String toString() {
    return method + " " + uri.getHost() + uri.getPath();
  }
}
