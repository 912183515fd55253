package io.entrepot.app.prove;

import io.entrepot.app.bench.FrameOptions;
import io.entrepot.app.bench.Report;
import io.entrepot.app.bench.Workbench;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./hub prove NAME}. */
@Command(
    name = "prove",
    description = "Attack a promise and count how often it was broken.",
    mixinStandardHelpOptions = true)
public final class ProveCommand implements Callable<Integer> {
  private final Map<String, Proof> proofs;

  @Mixin private FrameOptions options = new FrameOptions();

  @Option(names = "--seed", paramLabel = "N", description = "Of the workload; printed either way.")
  private @Nullable Long seed;

  public ProveCommand() {
    this(Proofs.all());
  }

  ProveCommand(Map<String, Proof> proofs) {
    this.proofs = proofs;
  }

  @Override
  public Integer call() throws Exception {
    if (options.listsOnly()) {
      options.printList(purposes());
      return 0;
    }
    return prove(options.choose(proofs), seedInUse());
  }

  private int prove(Proof chosen, long seedInUse) throws Exception {
    try (Workbench bench = Workbench.open(options::tell)) {
      // Before the run, so that a proof that hangs or dies can be started again alike.
      bench.say("seed " + seedInUse);
      return options.finish(Report.here(chosen.name(), seedInUse, chosen.run(seedInUse, bench)));
    }
  }

  private long seedInUse() {
    return seed == null ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE) : seed;
  }

  private Map<String, String> purposes() {
    Map<String, String> purposes = new LinkedHashMap<>();
    proofs.forEach((name, proof) -> purposes.put(name, proof.purpose()));
    return purposes;
  }
}
