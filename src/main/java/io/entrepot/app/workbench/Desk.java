package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.HubRefused;
import io.entrepot.app.mapping.DefinitionFiles;
import io.entrepot.app.mapping.MappingFileException;
import io.entrepot.app.mapping.MappingFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every verb of {@code ./hub mapping} has: a hub that may run, and answers in two forms. */
final class Desk {
  static final String PATH = "/api/v1/ops/mappings";
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  @Mixin private HubOptions hub = new HubOptions();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  HubOptions hub() {
    return hub;
  }

  /** Mappings on this machine: the definitions folder over those of this release. */
  MappingFolder folder() {
    return new MappingFolder(hub.settings().definitions().resolve("mappings"));
  }

  /** A file with what stands beside it, or else on this machine. */
  LocalMapping local(Path file) {
    return LocalMapping.read(file, name -> folder());
  }

  /** A file with what stands beside it, or else what the running hub has in force for it. */
  LocalMapping forHub(Path file) {
    return LocalMapping.read(file, this::atTheHub);
  }

  private DefinitionFiles atTheHub(String name) {
    JsonNode files = known(name).path("files");
    return path ->
        files.has(path)
            ? files.get(path).asText().getBytes(StandardCharsets.UTF_8)
            : folder().find(path);
  }

  private JsonNode known(String name) {
    try {
      return hub.api().get(KnownMapping.parse(name).path());
    } catch (HubRefused e) {
      if (e.status() == NOT_FOUND) {
        return JSON.createObjectNode();
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the hub was asked", e);
    }
  }

  static JsonNode tree(Object report) {
    return JSON.valueToTree(report);
  }

  static <T> T read(JsonNode answer, Class<T> type) throws Exception {
    return JSON.treeToValue(answer, type);
  }

  /** A refusal for what the mapping says is a check that failed, not a wrong usage. */
  int checked(Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (MappingFileException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (HubRefused e) {
      if (e.status() == CONFLICT || e.status() == UNPROCESSABLE) {
        return failed(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private int failed(String reason) {
    if (command == null) {
      throw new IllegalStateException("used outside of a command line");
    }
    command.commandLine().getErr().println("hub: " + reason);
    return ExitCodes.CHECK_FAILED;
  }
}
