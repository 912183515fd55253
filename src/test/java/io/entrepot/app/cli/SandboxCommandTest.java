package io.entrepot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.TestHub;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code ./hub sandbox} against the running hub. */
class SandboxCommandTest {
  private final TestHub hub = TestHub.shared();

  record Said(int code, String out, String err) {}

  @AfterEach
  void faultsOff() {
    run("buyer-bot", "off");
  }

  @Test
  void faultIsSwitchedOnWithItsSeedListedAndSwitchedOff() {
    Said on =
        run(
            "buyer-bot",
            "fault",
            "slow",
            "--rate",
            "0.5",
            "--seed",
            "7",
            "--millis",
            "1",
            "--json");

    assertThat(on.code()).isZero();
    assertThat(on.out())
        .contains("\"name\":\"slow\"")
        .contains("\"on\":true,\"rate\":0.5,\"seed\":7")
        .contains("\"millis\":1");
    assertThat(run("buyer-bot", "faults").out()).containsPattern("slow +true +0.5 +7");
    assertThat(run("buyer-bot", "off", "slow", "--json").out()).doesNotContain("\"on\":true");
  }

  @Test
  void unknownFaultIsRefusedWithThoseThereAre() {
    Said refused = run("buyer-bot", "fault", "explode");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("explode").contains("never-pays");
  }

  @Test
  void booksAreReadInFiguresAndEntries() {
    Said books = run("wms", "books", "--limit", "1");

    assertThat(books.code()).isZero();
    assertThat(books.out()).contains("wms believes").contains("accepted").contains("entries:");
  }

  @Test
  void partnerComesFirst() {
    assertThat(run("books").code()).isEqualTo(2);
    assertThat(run("nobody", "books").err()).contains("nobody");
  }

  private Said run(String... words) {
    List<String> arguments = new ArrayList<>(List.of("sandbox"));
    arguments.addAll(List.of(words));
    if (words.length > 1) {
      arguments.addAll(List.of("--data", hub.data().toString()));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands =
        HubCommand.commands().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = commands.execute(arguments.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }
}
