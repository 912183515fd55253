package io.entrepot.connectors.spi.sandbox;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Something a simulated partner tells.
 *
 * @param subject what it is about, such as a parcel; notices of one subject go in order
 * @param name for reports
 * @param writer writes and signs it, anew for each attempt
 * @param heard whether the answer ends the attempts
 * @param done called once it was heard, on the thread that sent it; a repeated one counts once
 */
public record OutgoingNotice(
    String subject,
    String name,
    Writer writer,
    Predicate<HttpResponse<String>> heard,
    Runnable done) {

  /** Any 2xx. */
  public static final Predicate<HttpResponse<String>> ANY_2XX =
      answer -> answer.statusCode() / 100 == 2;

  /** Writes a notice down. */
  @FunctionalInterface
  public interface Writer {
    /**
     * The notice as it goes out now.
     *
     * @param genuine false for one that a stranger would send: signed with another secret
     */
    Envelope write(boolean genuine);
  }

  /**
   * What goes over the wire.
   *
   * @param method GET or POST
   * @param to the address that the hub gave; where it leads now is the frame's business
   * @param body empty for GET
   */
  public record Envelope(
      String method, URI to, String contentType, String body, Map<String, String> headers) {

    /** As servers tell each other. */
    public static Envelope post(
        URI to, String contentType, String body, Map<String, String> headers) {
      return new Envelope("POST", to, contentType, body, headers);
    }

    /** As a browser comes along. */
    public static Envelope get(URI to) {
      return new Envelope("GET", to, "", "", Map.of());
    }
  }
}
