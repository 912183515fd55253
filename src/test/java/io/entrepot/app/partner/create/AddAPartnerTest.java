package io.entrepot.app.partner.create;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.TestHub;
import io.entrepot.app.cli.HubCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/add-a-partner.md says, in its order. */
class AddAPartnerTest {
  private static final Path PAGE =
      Path.of(System.getProperty("entrepot.root", ".."), "docs/add-a-partner.md");
  private static final Pattern STEP = Pattern.compile("```(sh|diff)\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theWalkThroughLeadsToAGreenPartner() throws Exception {
    Workshop workshop = new Workshop(folder);
    List<String> done = new ArrayList<>();
    // The project may have an acme of its own by now.
    String page = Files.readString(PAGE).replace("acme", "follow-the-page");
    for (MatchResult step : STEP.matcher(page).results().toList()) {
      if (step.group(1).equals("diff")) {
        change(workshop, step.group(2));
        done.add("change");
      } else {
        for (String line : step.group(2).lines().filter(text -> !text.isBlank()).toList()) {
          done.add(command(workshop, line));
        }
      }
    }
    assertThat(done)
        .containsSubsequence("list", "test akeneo", "new", "green", "red", "green", "green")
        .filteredOn("change"::equals)
        .hasSize(7);
  }

  private String command(Workshop workshop, String line) throws Exception {
    boolean fails = line.contains("# fails");
    String[] words = line.replaceAll("#.*", "").strip().split("\\s+");
    assertThat(words[0]).isEqualTo("./hub");
    if (words[1].equals("test")) {
      return tested(workshop, fails);
    }
    if (words[2].equals("new")) {
      workshop.create(words[3], Arrays.asList(words).contains("--declared"));
      return "new";
    }
    assertThat(hub(words)).as(line).isZero();
    return Arrays.stream(words).skip(2).collect(Collectors.joining(" "));
  }

  private static String tested(Workshop workshop, boolean fails) throws Exception {
    long failed =
        workshop
            .tested("io.entrepot.app.partners.followthepage.FollowThePageTest")
            .getTotalFailureCount();
    assertThat(failed > 0).as("whether the partner's test fails").isEqualTo(fails);
    return fails ? "red" : "green";
  }

  private static int hub(String[] words) {
    List<String> arguments = new ArrayList<>(Arrays.asList(words).subList(1, words.length));
    arguments.addAll(List.of("--data", TestHub.shared().data().toString()));
    return HubCommand.run(arguments.toArray(String[]::new));
  }

  /** The lines with a minus are there, and those with a plus take their place. */
  private static void change(Workshop workshop, String diff) throws IOException {
    List<String> lines = diff.lines().toList();
    String file = lines.get(0).replace("--- ", "");
    workshop.change(file, lines(lines, "-"), lines(lines, "+"));
  }

  private static String lines(List<String> diff, String mark) {
    return diff.stream()
        .skip(1)
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(1) + "\n")
        .collect(Collectors.joining());
  }
}
