package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers by idempotency key: the same key hears the same bytes. They stay in the books; memory
 * knows only on which line. Who uses it lets one request in at a time.
 */
public final class Replays {
  /** The type of its entries in the books. */
  public static final String TYPE = "answered";

  private final Books books;
  private final Map<String, Long> lines = new HashMap<>();
  private long read;

  public Replays(Books books) {
    this.books = books;
  }

  /** Follows the books at the start, each entry from their first line. */
  public void apply(JsonNode entry) {
    if (entry.path("type").asText().equals(TYPE)) {
      lines.put(entry.path("asked").asText(), read);
    }
    read++;
  }

  /** The answer kept for that, if it was asked before. */
  public Optional<SandboxAnswer> find(String asked) {
    return Optional.ofNullable(lines.get(asked))
        .map(line -> books.page(line, 1).get(0))
        .map(Replays::answer);
  }

  private static SandboxAnswer answer(JsonNode entry) {
    return SandboxAnswer.json(entry.path("status").asInt(), entry.path("body").asText());
  }

  /** Keeps it and gives it back. */
  public SandboxAnswer keep(String asked, SandboxAnswer answer) {
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
