package io.entrepot.app.launch;

import io.entrepot.app.node.Node;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The class archive that halves the next start. The launcher names its place; while it is missing,
 * a started hub makes it in the background by a training run at low priority.
 */
public final class ClassArchive {
  private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);

  /** The file to make; set by the launcher only. */
  private static final String PLACE = "entrepot.archive";

  private ClassArchive() {}

  /** Returns at once; the training run ends with this process at the latest. */
  public static void makeBeside(Node node) {
    String place = System.getProperty(PLACE);
    if (place == null || Files.exists(Path.of(place))) {
      return;
    }
    try {
      Path fresh = Path.of(place + ".new");
      Process training = start(fresh, node.data());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(training)));
      // Its JVM writes the file at its very end: only a whole one gets the name that is looked for.
      Thread finish = new Thread(() -> publish(training, fresh, Path.of(place)), "class-archive");
      finish.setDaemon(true);
      finish.start();
    } catch (IOException e) {
      LOG.info("no class archive, starts stay slow: {}", e.toString());
    }
  }

  /** JDK 25 writes its archive in a child of the training run. */
  private static void stop(Process training) {
    training.descendants().forEach(ProcessHandle::destroyForcibly);
    training.destroyForcibly();
  }

  private static void publish(Process training, Path fresh, Path place) {
    try {
      if (training.waitFor() == 0 && Files.exists(fresh)) {
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(Path.of(fresh + ".config"));
      }
    } catch (IOException e) {
      LOG.info("no class archive, starts stay slow: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process start(Path fresh, Path data) throws IOException {
    Path log = Files.createDirectories(data.resolve("logs")).resolve("class-archive.log");
    return new ProcessBuilder(command(fresh, data.resolve("training")))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static List<String> command(Path fresh, Path training) {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "10"));
    command.add(ProcessHandle.current().info().command().orElse("java"));
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!flag.startsWith("-D" + PLACE)
          && !flag.startsWith("-XX:SharedArchiveFile")
          && !flag.startsWith("-XX:AOTCache")) {
        command.add(flag);
      }
    }
    command.add(flag(fresh));
    command.addAll(List.of("-jar", System.getProperty("java.class.path"), "train"));
    command.add(training.toString());
    return command;
  }

  private static String flag(Path fresh) {
    return Runtime.version().feature() >= 25
        ? "-XX:AOTCacheOutput=" + fresh
        : "-XX:ArchiveClassesAtExit=" + fresh;
  }
}
