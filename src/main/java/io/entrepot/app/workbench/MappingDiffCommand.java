package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.mapping.MappingBundle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./hub mapping diff OLD NEW}. */
@Command(
    name = "diff",
    description = {
      "Compare two versions of a mapping field by field.",
      "Each is a FILE, a NAME (in force on the running hub) or NAME@VERSION."
    },
    mixinStandardHelpOptions = true)
final class MappingDiffCommand implements Callable<Integer> {
  @Mixin private Desk desk = new Desk();

  @Parameters(paramLabel = "OLD", index = "0", description = "What it was.")
  private String old = "";

  @Parameters(paramLabel = "NEW", index = "1", description = "What it becomes.")
  private String next = "";

  @Override
  public Integer call() throws Exception {
    return desk.checked(
        () -> {
          MappingDiff diff = MappingDiff.of(bundle(old), bundle(next));
          desk.hub().print(Desk.tree(diff), () -> text(diff));
          return ExitCodes.OK;
        });
  }

  /** A file is read with what the hub has only if the other one is the hub's, too. */
  private MappingBundle bundle(String which) throws Exception {
    if (isFile(which)) {
      Path file = Path.of(which);
      boolean both = isFile(old) && isFile(next);
      return (both ? desk.local(file) : desk.forHub(file)).mapping().bundle();
    }
    JsonNode known = desk.hub().api().get(KnownMapping.parse(which).address());
    String name = known.path("mapping").asText();
    Map<String, byte[]> files = new TreeMap<>();
    files.put(MappingBundle.path(name), bytes(known.path("file")));
    known.path("files").properties().forEach(e -> files.put(e.getKey(), bytes(e.getValue())));
    return new MappingBundle(name, files);
  }

  private static boolean isFile(String which) {
    return Files.isRegularFile(Path.of(which));
  }

  private static byte[] bytes(JsonNode text) {
    return text.asText().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(MappingDiff diff) {
    String head =
        "%s@%s -> %s@%s"
            .formatted(diff.oldMapping(), diff.oldVersion(), diff.newMapping(), diff.newVersion());
    if (diff.entries().isEmpty()) {
      return head
          + (diff.oldVersion().equals(diff.newVersion()) ? ": the same" : ": means the same");
    }
    String entries =
        diff.entries().stream()
            .map(DiffEntry::text)
            .collect(Collectors.joining(System.lineSeparator()));
    String more = diff.complete() ? "" : System.lineSeparator() + "… and more";
    return head + System.lineSeparator() + entries + more;
  }
}
