package io.entrepot.app.bench.boot;

import io.entrepot.app.bench.Benchmark;
import io.entrepot.app.bench.Comparison;
import io.entrepot.app.bench.Figure;
import io.entrepot.app.bench.Goal;
import io.entrepot.app.bench.HubChild;
import io.entrepot.app.bench.Result;
import io.entrepot.app.bench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts {@code ./hub up} again and again, each time as a process, and watches it from outside. */
public final class BootBenchmark implements Benchmark {
  private static final int ROUNDS = 5;
  private static final Duration ARCHIVE_MAX = Duration.ofMinutes(3);
  private static final double MIB = 1 << 20;
  private static final double MILLIS_PER_SECOND = 1000;

  @Override
  public String name() {
    return "boot";
  }

  @Override
  public String purpose() {
    return "hub up: to the first answer, memory, and the end after Ctrl-C, everything embedded";
  }

  @Override
  public Result run(Workbench bench) throws Exception {
    Path data = bench.directory().resolve("data");
    double first = firstStart(bench, data);
    awaitArchive(bench, data);
    List<Double> answers = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    List<Double> stops = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      try (HubChild hub = HubChild.up(data, true)) {
        answers.add(seconds(hub.awaitAnswer()));
        memory.add(hub.residentBytes() / MIB);
        stops.add(seconds(hub.stop()));
      }
      bench.say("round %d of %d: %.1f s".formatted(round, ROUNDS, answers.get(round - 1)));
    }
    return new Result(ROUNDS, figures(first, answers, memory, stops));
  }

  /** No database yet and no class archive: as right after the build. */
  private static double firstStart(Workbench bench, Path data) throws Exception {
    bench.say("first start, on an empty directory and without a class archive …");
    try (HubChild hub = HubChild.up(data, false)) {
      double seconds = seconds(hub.awaitAnswer());
      hub.stop();
      return seconds;
    }
  }

  /** A started hub makes the archive beside its work; the warm starts are those after that. */
  private static void awaitArchive(Workbench bench, Path data) throws Exception {
    if (HubChild.archive().map(Files::exists).orElse(true)) {
      return;
    }
    bench.say("making the class archive, once …");
    long until = System.nanoTime() + ARCHIVE_MAX.toNanos();
    try (HubChild hub = HubChild.up(data, true)) {
      hub.awaitAnswer();
      while (!Files.exists(HubChild.archive().get()) && System.nanoTime() < until) {
        TimeUnit.MILLISECONDS.sleep(500);
      }
      hub.stop();
    }
  }

  private static List<Figure> figures(
      double first, List<Double> answers, List<Double> memory, List<Double> stops) {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(
        Figure.plain("first answer, warm disk", Comparison.median(answers), "s")
            .judgedBy(Goal.atMost(8).onJdk(17), Goal.atMost(5).onJdk(25)));
    figures.addAll(
        Figure.plain("first answer of the very first start", first, "s").judgedBy(Goal.atMost(25)));
    figures.addAll(
        Figure.plain("resident memory without Postgres", Comparison.median(memory), "MiB")
            .judgedBy(Goal.atMost(500)));
    figures.addAll(
        Figure.plain("stopped after Ctrl-C", Comparison.median(stops), "s")
            .judgedBy(Goal.atMost(10)));
    return figures;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS_PER_SECOND;
  }
}
