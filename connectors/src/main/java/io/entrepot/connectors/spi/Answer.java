package io.entrepot.connectors.spi;

/** What the sender of a notice hears, in the partner's own terms. */
public record Answer(int status, String contentType, String body) {
  /** 200 with that JSON text. */
  public static Answer json(String body) {
    return new Answer(200, "application/json", body);
  }

  /** 200 with that page. */
  public static Answer html(String body) {
    return new Answer(200, "text/html; charset=utf-8", body);
  }
}
