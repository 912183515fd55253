package io.entrepot.app.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./hub bench NAME}. */
@Command(
    name = "bench",
    description = "Measure against a baseline that runs in the same run.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  private final Map<String, Benchmark> benchmarks;

  @Mixin private FrameOptions options = new FrameOptions();

  public BenchCommand() {
    this(Benchmarks.all());
  }

  BenchCommand(Map<String, Benchmark> benchmarks) {
    this.benchmarks = benchmarks;
  }

  @Override
  public Integer call() throws Exception {
    if (options.listsOnly()) {
      options.printList(purposes());
      return 0;
    }
    Benchmark chosen = options.choose(benchmarks);
    try (Workbench bench = Workbench.open(options::tell)) {
      return options.finish(Report.here(chosen.name(), null, chosen.run(bench)));
    }
  }

  private Map<String, String> purposes() {
    Map<String, String> purposes = new LinkedHashMap<>();
    benchmarks.forEach((name, benchmark) -> purposes.put(name, benchmark.purpose()));
    return purposes;
  }
}
