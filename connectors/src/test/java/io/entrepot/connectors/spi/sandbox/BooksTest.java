package io.entrepot.connectors.spi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksTest {
  @TempDir Path directory;

  @Test
  void entriesOutliveTheProcess() throws IOException {
    try (Books books = Books.inFile(file())) {
      books.write(entry(1));
      books.write(entry(2));
      books.sync();
    }

    try (Books books = Books.inFile(file())) {
      assertThat(read(books)).containsExactly(entry(1), entry(2));
      assertThat(books.write(entry(3))).isEqualTo(2);
      assertThat(books.page(1, 5)).containsExactly(entry(2), entry(3));
    }
  }

  @Test
  void tornLastLineIsDroppedAndWrittenOver() throws IOException {
    try (Books books = Books.inFile(file())) {
      books.write(entry(1));
    }
    Files.writeString(file(), "{\"n\":2,\"half", StandardOpenOption.APPEND);

    try (Books books = Books.inFile(file())) {
      assertThat(read(books)).containsExactly(entry(1));
      books.write(entry(3));
    }
    assertThat(Files.readAllLines(file())).containsExactly("{\"n\":1}", "{\"n\":3}");
  }

  @Test
  void brokenLineInTheMiddleIsNamed() throws IOException {
    Files.writeString(file(), "{\"n\":1}\nnot json\n{\"n\":3}\n");

    try (Books books = Books.inFile(file())) {
      assertThatThrownBy(() -> read(books)).hasMessageContaining("line 2");
    }
  }

  @Test
  void sameFileIsNotOpenedTwice() throws IOException {
    try (Books books = Books.inFile(file())) {
      assertThat(books.size()).isZero();
      assertThatThrownBy(() -> Books.inFile(file())).hasMessageContaining("in use");
    }
  }

  @Test
  void manyWritersLoseNothing() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try (Books books = Books.inFile(file())) {
      List<Callable<Long>> work = new ArrayList<>();
      IntStream.range(0, 400)
          .forEach(
              n ->
                  work.add(
                      () -> {
                        long line = books.write(entry(n));
                        books.sync();
                        return line;
                      }));
      List<Long> lines = new ArrayList<>();
      for (var done : writers.invokeAll(work)) {
        lines.add(done.get());
      }
      assertThat(lines).doesNotHaveDuplicates().hasSize(400);
    }
    writers.shutdown();

    assertThat(Files.readAllLines(file())).hasSize(400).doesNotHaveDuplicates();
  }

  @Test
  void interruptedWriterHarmsNobody() throws IOException {
    try (Books books = Books.inFile(file())) {
      Thread.currentThread().interrupt();
      books.write(entry(1));
      books.sync();
      assertThat(Thread.interrupted()).isTrue();

      books.write(entry(2));
      books.sync();
      assertThat(read(books)).hasSize(2);
    }
  }

  private Path file() {
    return directory.resolve("partner.jsonl");
  }

  private static JsonNode entry(int number) {
    return JsonNodeFactory.instance.objectNode().put("n", number);
  }

  private static List<JsonNode> read(Books books) {
    List<JsonNode> entries = new ArrayList<>();
    books.replay(entries::add);
    return entries;
  }
}
