package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What happened at a simulated partner, entry after entry; never changed. The partner's state is
 * what the entries add up to.
 *
 * <p>{@link #write} only queues an entry; {@link #sync} returns once all entries written so far are
 * on disk, and several waiting callers share one fsync. The frame calls it before each answer and
 * each errand, so that nothing leaves the partner that a crash could undo.
 */
public final class Books implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Pages pages;

  private Books(Pages pages) {
    this.pages = pages;
  }

  /** Lost with the process. */
  public static Books inMemory() {
    return new Books(new MemoryPages());
  }

  /**
   * Opens or makes the file. A last line that a crash tore is dropped: nobody was told of it.
   *
   * @throws IOException if another process has the file, or it cannot be read or written
   */
  public static Books inFile(Path file) throws IOException {
    return new Books(FilePages.open(file));
  }

  /** Queues an entry; its number, the first of all has 0. */
  public long write(JsonNode entry) {
    try {
      return pages.append(JSON.writeValueAsBytes(entry));
    } catch (IOException e) {
      throw new UncheckedIOException("the books cannot be written: " + e.getMessage(), e);
    }
  }

  public void sync() {
    try {
      pages.sync();
    } catch (IOException e) {
      throw new UncheckedIOException("the books cannot be synced: " + e.getMessage(), e);
    }
  }

  public long size() {
    return pages.size();
  }

  /** All entries in order. */
  public void replay(Consumer<JsonNode> reader) {
    for (long i = 0; i < size(); i++) {
      reader.accept(entry(i));
    }
  }

  /** At most {@code limit} entries, the first of all has number 0. */
  public List<JsonNode> page(long from, int limit) {
    List<JsonNode> entries = new ArrayList<>();
    for (long i = Math.max(0, from); i < size() && entries.size() < limit; i++) {
      entries.add(entry(i));
    }
    return entries;
  }

  private JsonNode entry(long number) {
    try {
      return JSON.readTree(new String(pages.read(number), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "%s: line %d is no JSON; mend or remove the file".formatted(pages, number + 1), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the books cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      pages.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the books cannot be closed: " + e.getMessage(), e);
    }
  }
}
