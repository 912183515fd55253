package io.entrepot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./hub} says before there is a JVM to say anything. */
class HubScriptTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("entrepot.root", "..")).resolve("hub");

  @TempDir Path dir;

  record Answer(int code, List<String> lines) {}

  @Test
  void javaHomeWithoutJavaIsNamed() throws Exception {
    Answer answer = hub(dir.toString(), "/usr/bin:/bin");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.lines())
        .singleElement()
        .asString()
        .contains("JAVA_HOME is " + dir)
        .contains("JDK 17");
  }

  @Test
  void oldJavaIsRefusedByItsVersion() throws Exception {
    Answer answer = hub(javaThatSays("    java.specification.version = 11").toString(), "/bin");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.lines()).singleElement().asString().contains("is Java 11").contains("17");
  }

  @Test
  void somethingElseThatIsCalledJavaIsRefused() throws Exception {
    Answer answer = hub(javaThatSays("    java.specification.version = 1.8").toString(), "/bin");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.lines()).singleElement().asString().contains("1.8").contains("JAVA_HOME");
  }

  @Test
  void noJavaAtAllIsSaidInOneLine() throws Exception {
    Path tools = Files.createDirectory(dir.resolve("tools"));
    for (String tool : List.of("sh", "dirname", "sed", "find", "head")) {
      Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
    }

    Answer answer = hub("", tools.toString());

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.lines()).singleElement().asString().contains("no Java found");
  }

  private Path javaThatSays(String property) throws IOException {
    Path java = Files.createDirectories(dir.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho '" + property + "' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return dir.resolve("jdk");
  }

  private Answer hub(String javaHome, String path) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", SCRIPT.toAbsolutePath().toString(), "up")
            .redirectErrorStream(true);
    builder.environment().put("PATH", path);
    if (javaHome.isEmpty()) {
      builder.environment().remove("JAVA_HOME");
    } else {
      builder.environment().put("JAVA_HOME", javaHome);
    }
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), output.lines().toList());
  }
}
