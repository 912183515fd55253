package io.entrepot.app.inbox;

import io.entrepot.connectors.spi.RawNotice;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request at the door, read only as far as is allowed. The query is read from the line itself:
 * asking the servlet for parameters would use up the body of a form.
 */
final class Knock {
  private final String partner;
  private final String document;
  private final HttpServletRequest request;
  private byte[] body = {};

  Knock(String partner, String document, HttpServletRequest request) {
    this.partner = partner;
    this.document = document;
    this.request = request;
  }

  String partner() {
    return partner;
  }

  String document() {
    return document;
  }

  String method() {
    return request.getMethod();
  }

  String sender() {
    return request.getRemoteAddr();
  }

  byte[] body() {
    return body;
  }

  /** As declared, or as far as it was read. */
  long bodyBytes() {
    return Math.max(body.length, request.getContentLengthLong());
  }

  /** False if it is larger; then what was read is only its beginning. */
  boolean readBody(int bytesMax) throws IOException {
    if (request.getContentLengthLong() > bytesMax) {
      return false;
    }
    body = request.getInputStream().readNBytes(bytesMax + 1);
    return body.length <= bytesMax;
  }

  /**
   * What the connector verifies.
   *
   * @throws IllegalArgumentException if the query is not properly encoded
   */
  RawNotice notice(Instant receivedAt) {
    return new RawNotice(method(), request.getRequestURI(), headers(), query(), body, receivedAt);
  }

  private Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }

  private Map<String, List<String>> query() {
    Map<String, List<String>> query = new LinkedHashMap<>();
    String line = request.getQueryString();
    if (line == null || line.isEmpty()) {
      return query;
    }
    for (String pair : line.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      query.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
