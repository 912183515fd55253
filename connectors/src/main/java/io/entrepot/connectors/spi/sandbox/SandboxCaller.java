package io.entrepot.connectors.spi.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** How simulated partners call the hub and each other: no redirects, ten seconds, no patience. */
public final class SandboxCaller {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return http.send(to(address).GET().build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> post(
      URI address, String contentType, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = to(address).header("Content-Type", contentType);
    headers.forEach(request::header);
    return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(address).timeout(TIMEOUT);
  }
}
