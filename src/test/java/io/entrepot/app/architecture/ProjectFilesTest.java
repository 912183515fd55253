package io.entrepot.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands where, and what no file may say. */
class ProjectFilesTest {
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "pom.xml",
          "routes",
          "connectors",
          "core-commerce",
          "mappings",
          "schedules",
          "src",
          "docker-compose.yml",
          "docs",
          "hub",
          "mvnw",
          "README.md",
          "LICENSE");

  /** The schema whose tables a context's SQL may name; the others' are behind their interfaces. */
  private static final Map<String, String> SCHEMA_BY_CONTEXT =
      Map.of(
          "catalog", "catalog",
          "inventory", "inventory",
          "order", "orders",
          "payment", "payment",
          "fulfilment", "fulfilment",
          "account", "account");

  private static final Pattern TABLE =
      Pattern.compile("(?i)\\b(?:from|join|into|update|table)\\s+(?:only\\s+)?([a-z_]+)\\.[a-z_]+");

  @Test
  void theTopLevelFoldersAreTheCustomers() throws IOException {
    try (Stream<Path> entries = Files.list(House.ROOT)) {
      Set<String> names =
          entries
              .map(path -> path.getFileName().toString())
              .filter(name -> !name.startsWith(".") && !name.equals("target"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(names).isEqualTo(new TreeSet<>(TOP_LEVEL));
    }
  }

  @Test
  void aContextsSqlTouchesItsOwnSchemaOnly() {
    int statements = 0;
    for (Map.Entry<String, String> context : SCHEMA_BY_CONTEXT.entrySet()) {
      String folder = "core-commerce/src/main/java/io/entrepot/core/" + context.getKey();
      for (Path file : House.files(folder, ".java")) {
        for (String schema : schemasIn(House.text(file))) {
          statements++;
          assertThat(schema).as("schema in %s", file).isEqualTo(context.getValue());
        }
      }
    }
    assertThat(statements).as("SQL statements seen").isGreaterThan(20);
  }

  @Test
  void noForeignKeyCrossesASchema() {
    Pattern reference =
        Pattern.compile(
            "(?i)create table\\s+([a-z_]+)\\.[a-z_]+\\s*\\((.*?)\\n\\)", Pattern.DOTALL);
    Pattern target = Pattern.compile("(?i)references\\s+([a-z_]+)\\.");
    int seen = 0;
    for (Path file : House.files(".", ".sql")) {
      Matcher table = reference.matcher(House.text(file));
      while (table.find()) {
        Matcher to = target.matcher(table.group(2));
        while (to.find()) {
          seen++;
          assertThat(to.group(1)).as("foreign key in %s", file).isEqualTo(table.group(1));
        }
      }
    }
    assertThat(seen).as("foreign keys seen").isPositive();
  }

  @Test
  void versionsStandInTheRootPomOnly() {
    for (String module : List.of("core-commerce", "connectors", "src")) {
      String pom = House.text(House.ROOT.resolve(module).resolve("pom.xml"));
      String withoutParent = pom.replaceAll("(?s)<parent>.*?</parent>", "");
      assertThat(withoutParent).as("versions in %s/pom.xml", module).doesNotContain("<version>");
    }
  }

  @Test
  void declarationsHoldNoCode() {
    for (String folder : List.of("routes", "mappings", "schedules", "connectors/declared")) {
      for (Path file : House.files(folder, "")) {
        assertThat(file.getFileName().toString())
            .as("a declaration in %s", folder)
            .matches(".*\\.(yaml|json|csv|md)");
      }
    }
  }

  @Test
  void noFileWaitsForABetterDay() {
    Pattern mark = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
    for (Path file : House.files(".", ".java", ".yaml", ".yml", ".md", ".sh", ".html", ".sql")) {
      assertThat(mark.matcher(House.text(file)).find())
          .as("a left-over mark in %s", file)
          .isFalse();
    }
  }

  @Test
  void testsWaitForWhatHappensAndDoNotSleep() {
    for (Path file : House.files(".", "Test.java")) {
      assertThat(House.text(file)).as("%s", file).doesNotContain("Thread." + "sleep");
    }
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    for (String module :
        List.of("core-commerce/src/main/java", "connectors/src/main/java", "src/main/java")) {
      Set<Path> packages =
          House.files(module, ".java").stream().map(Path::getParent).collect(Collectors.toSet());
      for (Path folder : packages) {
        Path info = folder.resolve("package-info.java");
        assertThat(info).as("package-info.java").exists();
        assertThat(House.text(info)).as("%s", info).contains("@NullMarked");
      }
    }
  }

  private static List<String> schemasIn(String source) {
    return TABLE.matcher(source).results().map(match -> match.group(1)).toList();
  }
}
