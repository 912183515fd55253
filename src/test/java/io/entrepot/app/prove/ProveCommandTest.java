package io.entrepot.app.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.bench.Figure;
import io.entrepot.app.bench.Goal;
import io.entrepot.app.bench.Result;
import io.entrepot.app.bench.Workbench;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ProveCommandTest {
  private final StringWriter out = new StringWriter();
  private final List<Long> seeds = new ArrayList<>();

  @Test
  void seedReachesTheWorkloadAndStandsInTheReport() throws Exception {
    int exit = run("broken", "--seed", "42", "--json");

    assertThat(exit).isZero();
    assertThat(seeds).containsExactly(42L);
    assertThat(new ObjectMapper().readTree(out.toString()).get("seed").asLong()).isEqualTo(42);
  }

  @Test
  void withoutASeedOneIsDrawnAndPrinted() {
    run("broken");

    assertThat(out.toString()).contains("seed " + seeds.get(0));
  }

  @Test
  void brokenPromiseFailsTheCheck() {
    assertThat(run("broken", "--check")).isEqualTo(1);
  }

  private int run(String... arguments) {
    return new CommandLine(new ProveCommand(Proofs.byName(List.of(new Broken()))))
        .setOut(new PrintWriter(out, true))
        .execute(arguments);
  }

  private final class Broken implements Proof {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String purpose() {
      return "a promise that is broken once";
    }

    @Override
    public Result run(long seed, Workbench bench) {
      seeds.add(seed);
      return new Result(1, Figure.plain("lost", 1, "orders").judgedBy(Goal.exactly(0)));
    }
  }
}
