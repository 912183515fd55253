package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.connectors.spi.sandbox.Books;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers by idempotency key. The bytes stay in the books; memory knows only on which line. */
final class SimulatedTossReplays {
  private static final String TYPE = "answered";

  private final Books books;
  private final Map<String, Long> lines = new HashMap<>();
  private long read;

  SimulatedTossReplays(Books books) {
    this.books = books;
  }

  /** Follows the books at the start, from their first line. */
  void apply(JsonNode entry) {
    if (entry.path("type").asText().equals(TYPE)) {
      lines.put(entry.path("asked").asText(), read);
    }
    read++;
  }

  Optional<SandboxAnswer> find(String asked) {
    return Optional.ofNullable(lines.get(asked))
        .map(line -> books.page(line, 1).get(0))
        .map(SimulatedTossReplays::answer);
  }

  private static SandboxAnswer answer(JsonNode entry) {
    return SandboxAnswer.json(entry.path("status").asInt(), entry.path("body").asText());
  }

  SandboxAnswer keep(String asked, SandboxAnswer answer) {
    lines.put(
        asked,
        books.write(
            JsonNodeFactory.instance
                .objectNode()
                .put("type", TYPE)
                .put("asked", asked)
                .put("status", answer.status())
                .put("body", answer.body())));
    return answer;
  }
}
