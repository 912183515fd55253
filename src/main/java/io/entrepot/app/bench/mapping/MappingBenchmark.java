package io.entrepot.app.bench.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.bench.Benchmark;
import io.entrepot.app.bench.Comparison;
import io.entrepot.app.bench.Figure;
import io.entrepot.app.bench.Goal;
import io.entrepot.app.bench.Result;
import io.entrepot.app.bench.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of twenty fields and three lines, from parsed document to document, on one thread. All
 * contenders must give the same documents before anything is timed.
 */
public final class MappingBenchmark implements Benchmark {
  private static final int ROUNDS = 9;
  private static final long WARM_NANOS = 3_000_000_000L;
  private static final long ROUND_NANOS = 300_000_000L;
  private static final String UNIT = "documents/s";

  private volatile @Nullable Object kept;

  @Override
  public String name() {
    return "mapping";
  }

  @Override
  public String purpose() {
    return "order of 20 fields through a mapping file, against JSLT, JSONata and Java by hand";
  }

  @Override
  public Result run(Workbench bench) throws Exception {
    Contender ours = new Ours(false);
    Contender validated = new Ours(true);
    List<Contender> baselines = List.of(new Jslt(), new JsonataOrders(), new ByHand());
    List<Contender> all = new ArrayList<>(baselines);
    all.add(ours);
    all.add(validated);
    requireSame(all);
    for (Contender contender : all) {
      bench.say("warming " + contender.name() + " …");
      perSecond(contender, WARM_NANOS);
    }
    List<Figure> figures = new ArrayList<>();
    for (Contender baseline : baselines) {
      bench.say("mapping against " + baseline.name() + " …");
      figures.addAll(against(ours, baseline).judgedBy(Goal.ratioAtLeast(goal(baseline))));
    }
    figures.add(against(validated, ours));
    return new Result(ROUNDS, figures);
  }

  private static double goal(Contender baseline) {
    if (baseline instanceof Jslt) {
      return 1;
    }
    return baseline instanceof JsonataOrders ? 5 : 0.5;
  }

  private Figure against(Contender measured, Contender baseline) throws Exception {
    Comparison compared =
        Comparison.alternating(
            ROUNDS, () -> perSecond(measured, ROUND_NANOS), () -> perSecond(baseline, ROUND_NANOS));
    return Figure.against(measured.name() + " against " + baseline.name(), UNIT, compared);
  }

  static void requireSame(List<Contender> contenders) throws Exception {
    for (int order = 0; order < Orders.COUNT; order++) {
      JsonNode first = plain(contenders.get(0).result(order));
      for (Contender contender : contenders) {
        JsonNode other = plain(contender.result(order));
        if (!other.equals(first)) {
          throw new IllegalStateException(
              "%s gives %s where %s gives %s"
                  .formatted(contender.name(), other, contenders.get(0).name(), first));
        }
      }
    }
  }

  /** As a reader of the bytes sees it: an int and a long of the same value are one number. */
  private static JsonNode plain(JsonNode document) throws Exception {
    return new ObjectMapper().readTree(document.toString());
  }

  private double perSecond(Contender contender, long nanos) throws Exception {
    long started = System.nanoTime();
    long done = 0;
    long taken = 0;
    while (taken < nanos) {
      for (int order = 0; order < Orders.COUNT; order++) {
        kept = contender.translate(order);
      }
      done += Orders.COUNT;
      taken = System.nanoTime() - started;
    }
    return done * 1e9 / taken;
  }

  /** Read by nobody; its being there keeps every result alive until it is counted. */
  @Nullable Object kept() {
    return kept;
  }
}
