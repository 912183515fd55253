package io.entrepot.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.TestHub;
import io.entrepot.app.mapping.Candidate;
import io.entrepot.app.mapping.MappingReader;
import io.entrepot.app.mapping.MappingsInForce;
import io.entrepot.app.message.Attempt;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.OutboundMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The way from an edit to a promotion, as docs/mappings.md tells it. */
class MappingDocumentTest {
  private static final String MAPPING = "wms/shipment.outbound";
  private static final Pattern LINE =
      Pattern.compile("\\./hub mapping ([^>#]+?)\\s*(?:> (\\S+))?\\s*(?:#.*)?");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private final TestHub hub = TestHub.shared();

  @TempDir private Path folder;

  @Test
  void everyCommandOfTheDocumentWorksInItsOrder() throws Exception {
    String document =
        Files.readString(Path.of(System.getProperty("entrepot.root")).resolve("docs/mappings.md"));
    String session = document.substring(document.indexOf("```sh") + 5);
    List<String> lines = session.substring(0, session.indexOf("```")).strip().lines().toList();
    String before = hub.bean(MappingsInForce.class).find(MAPPING).version();
    UUID message = message();

    for (String line : lines) {
      Matcher command = LINE.matcher(line);
      assertThat(command.matches()).as(line).isTrue();
      run(line, command.group(1).replace("MESSAGE", message.toString()), command.group(2));
    }

    assertThat(lines).hasSizeGreaterThan(8);
    assertThat(hub.bean(MappingsInForce.class).find(MAPPING).version()).isEqualTo(before);
  }

  private void run(String line, String command, String target) throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(text.equals("candidate.yaml") ? folder.resolve(text).toString() : text);
    }
    words.addAll(List.of("--data", hub.data().toString()));
    int code =
        new CommandLine(new MappingCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words.toArray(String[]::new));
    assertThat(code).as("%s%n%s%n%s", line, out, err).isZero();
    if (target != null) {
      Files.writeString(folder.resolve(target), out.toString());
    }
  }

  /** As its first example has it. */
  private UUID message() {
    Candidate mapping = hub.bean(MappingsInForce.class).find(MAPPING);
    JsonNode payload =
        MappingReader.tree(MAPPING, mapping.bundle().file()).path("examples").path(0).path("in");
    MessageStore messages = hub.bean(MessageStore.class);
    UUID id =
        messages
            .outbound(
                new OutboundMessage(
                    "workbench-test",
                    "document",
                    UUID.randomUUID().toString(),
                    UUID.randomUUID(),
                    null,
                    payload,
                    MAPPING,
                    mapping.version(),
                    mapping.apply(payload).document()))
            .id();
    messages.attempt(id, Attempt.answered(Instant.now(), Duration.ZERO, 200, payload));
    messages.succeeded(id, payload);
    return id;
  }
}
