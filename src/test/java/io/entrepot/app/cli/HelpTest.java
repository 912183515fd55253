package io.entrepot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A user who asks for help is told of everything. */
class HelpTest {
  @Test
  void eachVerbOptionAndParameterSaysWhatItIs() {
    assertThat(all(HubCommand.commands()).map(CommandLine::getCommandSpec))
        .hasSizeGreaterThan(20)
        .allSatisfy(HelpTest::requireDescribed);
  }

  @Test
  void eachVerbTellsTheVersion() {
    assertThat(all(HubCommand.commands()).map(CommandLine::getCommandSpec))
        .allSatisfy(verb -> assertThat(verb.version()).hasSize(1));
  }

  private static void requireDescribed(CommandSpec verb) {
    assertThat(verb.usageMessage().description()).as(verb.qualifiedName()).isNotEmpty();
    assertThat(verb.args())
        .allSatisfy(
            argument ->
                assertThat(argument.description())
                    .as("%s %s", verb.qualifiedName(), argument.paramLabel())
                    .isNotEmpty());
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::all));
  }
}
