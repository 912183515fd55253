package io.entrepot.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Figure> figures = new ArrayList<>();

  @Test
  void jsonIsOneObjectWithEveryFieldEvenWhereItIsNull() throws Exception {
    figures.add(Figure.plain("rows", 12, "rows/s"));

    int exit = run("rows", "--json");

    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(exit).isZero();
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly("name", "machine", "jdk", "rounds", "figures");
    assertThat(report.get("machine").fieldNames())
        .toIterable()
        .containsExactly("cores", "memory", "os");
    assertThat(report.get("figures").get(0).fieldNames())
        .toIterable()
        .containsExactly("name", "value", "unit", "baseline", "ratio", "goal", "met");
    assertThat(report.get("figures").get(0).get("met").isNull()).isTrue();
  }

  @Test
  void checkExitsOneWhenAGoalIsMissedAndZeroWithoutIt() {
    figures.addAll(Figure.plain("start", 9, "s").judgedBy(Goal.atMost(8)));

    assertThat(run("rows", "--check")).isEqualTo(1);
    assertThat(run("rows")).isZero();
    assertThat(out.toString()).contains("≤ 8 s").contains("NO");
  }

  @Test
  void goalOfAnotherJdkIsPrintedNotRunAndDoesNotFailTheCheck() throws Exception {
    figures.addAll(
        Figure.plain("start", 6, "s")
            .judgedBy(17, Goal.atMost(8).onJdk(17), Goal.atMost(5).onJdk(25)));

    assertThat(run("rows", "--check")).isZero();
    assertThat(out.toString()).contains("≤ 5 s on JDK 25  not run");

    out.getBuffer().setLength(0);
    run("rows", "--json");
    JsonNode other = new ObjectMapper().readTree(out.toString()).get("figures").get(1);
    assertThat(other.get("met").isNull()).isTrue();
    assertThat(other.get("value").isNull()).isTrue();
  }

  @Test
  void unknownNameIsAUsageErrorThatTellsTheNames() {
    assertThat(run("nothing")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no 'nothing'; there is: rows");
  }

  @Test
  void listTellsNameAndPurpose() {
    assertThat(run("--list")).isZero();
    assertThat(out.toString()).contains("rows").contains("rows against nothing");
  }

  @Test
  void temporaryDirectoryIsGoneAfterTheRun() {
    run("rows");

    assertThat(used).isNotNull().doesNotExist();
  }

  private Path used = Path.of("never ran");

  private int run(String... arguments) {
    return new CommandLine(new BenchCommand(Benchmarks.byName(List.of(new Rows()))))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private final class Rows implements Benchmark {
    @Override
    public String name() {
      return "rows";
    }

    @Override
    public String purpose() {
      return "rows against nothing";
    }

    @Override
    public Result run(Workbench bench) throws Exception {
      used = bench.directory();
      Files.writeString(Files.createDirectories(used.resolve("deep")).resolve("file"), "x");
      return new Result(5, figures);
    }
  }
}
