package io.entrepot.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the content policy forbids is not even written. */
class PageFilesTest {
  private static final Pattern INLINE =
      Pattern.compile("\\sstyle=|<style|\\son[a-z]+=\"|javascript:|<script(?![^>]*th:src)");
  private static final Pattern FOREIGN =
      Pattern.compile("(?:https?:)?//(?!www\\.thymeleaf\\.org|www\\.w3\\.org)[\\w-]+\\.[a-z]");

  @Test
  void noPageHasAScriptOrAStyleInside() throws IOException {
    var pages = files("main/resources/templates", ".html");

    assertThat(pages).hasSizeGreaterThan(10);
    assertThat(pages)
        .allSatisfy(page -> assertThat(Files.readString(page)).doesNotContainPattern(INLINE));
  }

  @Test
  void nothingIsFetchedFromAnotherHost() throws IOException {
    var files =
        Stream.of(
                files("main/resources/templates", ".html"),
                files("main/resources/static", ".css"),
                files("main/resources/static", ".js"),
                files("main/resources/static", ".svg"))
            .flatMap(List::stream)
            .toList();

    assertThat(files).hasSizeGreaterThan(13);
    assertThat(files)
        .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(FOREIGN));
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (var files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
