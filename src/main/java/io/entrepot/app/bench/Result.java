package io.entrepot.app.bench;

import java.util.List;

/** What a benchmark or a proof hands back; {@code rounds} says how many its medians rest on. */
public record Result(int rounds, List<Figure> figures) {
  public Result {
    figures = List.copyOf(figures);
  }
}
