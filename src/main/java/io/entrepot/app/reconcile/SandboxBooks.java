package io.entrepot.app.reconcile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.connectors.spi.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The simulated partners' books over their own HTTP API. */
@Component
final class SandboxBooks implements PartnerBooks {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable URI sandbox;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();

  SandboxBooks(ObjectProvider<Surroundings> surroundings) {
    Surroundings here = surroundings.getIfAvailable();
    this.sandbox = here == null ? null : here.sandbox();
  }

  @Override
  public boolean readable() {
    return sandbox != null;
  }

  @Override
  public Figures of(String partner) throws IOException, InterruptedException {
    URI books = URI.create(sandbox + "/_sandbox/" + partner + "/books?limit=0");
    HttpRequest request = HttpRequest.newBuilder(books).timeout(ANSWER_MAX).build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(books + " answered " + answer.statusCode());
    }
    JsonNode page = JSON.readTree(answer.body());
    return new Figures(
        JSON.convertValue(page.path("counts"), new TypeReference<Map<String, Long>>() {}),
        JSON.convertValue(page.path("sums"), new TypeReference<Map<String, String>>() {}));
  }
}
