package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.mapping.Mapping;
import io.entrepot.app.mapping.MappingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub mapping preview FILE --with MESSAGE}. */
@Command(
    name = "preview",
    description = {
      "See what a mapping file makes of one message; exits 1 when it rejects it.",
      "Sends nothing. A stored message is shown with personal data hidden."
    },
    mixinStandardHelpOptions = true)
final class MappingPreviewCommand implements Callable<Integer> {
  @Mixin private Desk desk = new Desk();

  @Parameters(paramLabel = "FILE", description = "The mapping file.")
  private Path file = Path.of("");

  @Option(
      names = "--with",
      paramLabel = "MESSAGE",
      required = true,
      description = "Id of a stored message (of the running hub), or a file with a document.")
  private String with = "";

  @Override
  public Integer call() throws Exception {
    return desk.checked(this::preview);
  }

  private int preview() throws Exception {
    Path document = Path.of(with);
    List<PreviewReport> reports =
        Files.isRegularFile(document) ? here(document) : List.of(stored(id()));
    JsonNode json = Desk.tree(reports.size() == 1 ? reports.get(0) : reports);
    desk.hub().print(json, () -> text(reports));
    return reports.stream().allMatch(PreviewReport::accepted)
        ? ExitCodes.OK
        : ExitCodes.CHECK_FAILED;
  }

  private List<PreviewReport> here(Path document) {
    Mapping mapping = desk.local(file).mapping();
    try {
      return DocumentFile.read(document, mapping).stream()
          .map(each -> PreviewReport.of(mapping, each))
          .toList();
    } catch (MappingException e) {
      return List.of(PreviewReport.rejected(mapping, e, List.of()));
    }
  }

  private PreviewReport stored(UUID message) throws Exception {
    Map<String, Object> body = desk.forHub(file).toSend();
    body.put("message", message.toString());
    return Desk.read(desk.hub().api().post(Desk.PATH + "/preview", body), PreviewReport.class);
  }

  private UUID id() {
    try {
      return UUID.fromString(with);
    } catch (IllegalArgumentException e) {
      throw new StartRefused(
          "'" + with + "' is neither a file nor a message's id: ./hub messages list tells ids", e);
    }
  }

  private static String text(List<PreviewReport> reports) {
    return reports.stream()
        .map(PreviewReport::text)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
