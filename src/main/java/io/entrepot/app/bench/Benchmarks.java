package io.entrepot.app.bench;

import io.entrepot.app.bench.boot.BootBenchmark;
import io.entrepot.app.bench.imports.ImportBenchmark;
import io.entrepot.app.bench.mapping.MappingBenchmark;
import io.entrepot.app.bench.ordering.OrderingExpiryBenchmark;
import io.entrepot.app.bench.ordering.OrderingHotBenchmark;
import io.entrepot.app.bench.ordering.OrderingMixedBenchmark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every benchmark that ships, in the order in which {@code --list} tells them. */
final class Benchmarks {
  private static final List<Benchmark> ALL =
      List.of(
          new BootBenchmark(),
          new ImportBenchmark(),
          new MappingBenchmark(),
          new OrderingHotBenchmark(),
          new OrderingMixedBenchmark(),
          new OrderingExpiryBenchmark());

  private Benchmarks() {}

  static Map<String, Benchmark> all() {
    return byName(ALL);
  }

  static Map<String, Benchmark> byName(List<Benchmark> benchmarks) {
    Map<String, Benchmark> byName = new LinkedHashMap<>();
    benchmarks.forEach(benchmark -> byName.put(benchmark.name(), benchmark));
    return byName;
  }
}
