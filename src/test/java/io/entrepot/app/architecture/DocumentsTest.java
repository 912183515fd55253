package io.entrepot.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.cli.HubCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents tell what is there: their links lead somewhere, their commands exist. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)[^)]*\\)");
  private static final Pattern VERB = Pattern.compile("\\./hub ([a-z]+)");

  @Test
  void linksLeadSomewhere() {
    int links = 0;
    for (Path document : documents()) {
      for (MatchResult link : LINK.matcher(House.text(document)).results().toList()) {
        links++;
        assertThat(document.resolveSibling(link.group(1)).normalize())
            .as("link in %s", document)
            .exists();
      }
    }
    assertThat(links).as("links seen").isGreaterThan(5);
  }

  @Test
  void commandsExist() {
    Set<String> verbs = new TreeSet<>(HubCommand.verbs());
    verbs.add("test"); // the launcher's own
    int commands = 0;
    for (Path document : documents()) {
      for (MatchResult verb : VERB.matcher(House.text(document)).results().toList()) {
        commands++;
        assertThat(verbs).as("commands in %s", document).contains(verb.group(1));
      }
    }
    assertThat(commands).as("commands seen").isGreaterThan(10);
  }

  private static List<Path> documents() {
    return Stream.concat(
            Stream.of(House.ROOT.resolve("README.md")), House.files("docs", ".md").stream())
        .toList();
  }
}
