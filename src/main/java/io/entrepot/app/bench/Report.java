package io.entrepot.app.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.entrepot.app.text.TextTable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run's figures with the machine and the JDK that gave them; {@code seed} for proofs only. */
@JsonPropertyOrder({"name", "machine", "jdk", "rounds", "seed", "figures"})
public record Report(
    String name,
    Machine machine,
    String jdk,
    int rounds,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long seed,
    List<Figure> figures) {

  public static Report here(String name, @Nullable Long seed, Result result) {
    return new Report(
        name,
        Machine.here(),
        Runtime.version().toString(),
        result.rounds(),
        seed,
        result.figures());
  }

  /** A goal that was set for another JDK, and so not measured, is not missed. */
  public boolean allMet() {
    return figures.stream().noneMatch(figure -> Boolean.FALSE.equals(figure.met()));
  }

  public String table() {
    TextTable table = new TextTable("figure", "value", "unit", "baseline", "ratio", "goal", "met");
    for (Figure figure : figures) {
      table.row(
          figure.name(),
          Numbers.plain(figure.value()),
          figure.unit(),
          Numbers.plain(figure.baseline()),
          Numbers.plain(figure.ratio()),
          Objects.requireNonNullElse(figure.goal(), ""),
          figure.verdict());
    }
    return heading() + System.lineSeparator() + table.render();
  }

  private String heading() {
    String heading = name + ": " + machine + "; JDK " + jdk + "; rounds " + rounds;
    return seed == null ? heading : heading + "; seed " + seed;
  }
}
