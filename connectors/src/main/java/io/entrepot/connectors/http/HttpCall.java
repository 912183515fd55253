package io.entrepot.connectors.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

  /** One more query parameter; name and value are not encoded yet. */
  public HttpCall withQuery(String name, String value) {
    String before = uri.getRawQuery() == null ? "?" : "?" + uri.getRawQuery() + "&";
    String address = uri.toString();
    int end = address.indexOf('?');
    String path = end < 0 ? address : address.substring(0, end);
    URI longer = URI.create(path + before + encoded(name) + "=" + encoded(value));
    return new HttpCall(method, longer, headers, body, timeout);
  }

  /** The same with another time-out. */
  public HttpCall within(Duration other) {
    return new HttpCall(method, uri, headers, body, other);
  }

  private static String encoded(String text) {
    // A plus means a plus to some servers; %20 means a space to all.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Method, host and path. */
  @Override
  public String toString() {
    return method + " " + uri.getHost() + uri.getPath();
  }
}
