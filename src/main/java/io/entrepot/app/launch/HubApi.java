package io.entrepot.app.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.node.RunFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The operations API of a running hub, JSON in and out. */
public final class HubApi {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
  private static final Duration ANSWER_MAX = Duration.ofMinutes(2);
  private static final int REFUSED_FROM = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI url;
  private final String key;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_MAX)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  public HubApi(URI url, String key) {
    this.url = url;
    this.key = key;
  }

  public static HubApi of(RunFile hub) {
    return new HubApi(hub.url(), hub.opsKey());
  }

  /**
   * Asks.
   *
   * @param path from {@code /api} on
   * @throws HubRefused with the hub's own reason
   */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /**
   * Sends {@code body} as JSON; the answer is null JSON where the hub says nothing.
   *
   * @throws HubRefused with the hub's own reason
   */
  public JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  /** Sends a file as it is, however large. */
  public JsonNode upload(String path, Path file) throws IOException, InterruptedException {
    return send(
        request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofFile(file)).build());
  }

  public JsonNode delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE().build());
  }

  /** An answer that is no JSON. */
  public String text(String path) throws IOException, InterruptedException {
    HttpRequest request = request(path).setHeader("Accept", "*/*").GET().build();
    return new String(answer(request).body(), StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path))
        .timeout(ANSWER_MAX)
        .header("Authorization", "Bearer " + key)
        .header("Accept", "application/json");
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = answer(request);
    return answer.body().length == 0 ? JSON.nullNode() : JSON.readTree(answer.body());
  }

  private HttpResponse<byte[]> answer(HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = exchange(request);
    if (answer.statusCode() >= REFUSED_FROM) {
      throw new HubRefused(answer.statusCode(), reason(answer));
    }
    return answer;
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (HttpTimeoutException slow) {
      throw new HubRefused(
          0, "the hub gave no answer within %d s".formatted(ANSWER_MAX.toSeconds()));
    } catch (IOException gone) {
      // Refused, or broken off in the middle.
      throw new NoHubRunning(url);
    }
  }

  private static String reason(HttpResponse<byte[]> answer) {
    try {
      String detail = JSON.readTree(answer.body()).path("detail").asText();
      return detail.isEmpty() ? "the hub answered " + answer.statusCode() : detail;
    } catch (IOException noJson) {
      return "the hub answered " + answer.statusCode();
    }
  }
}
