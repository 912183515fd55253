package io.entrepot.app.imports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.item.ItemStreamReader;

/** The rows below a file's header; a restarted step goes on behind the last committed row. */
final class StageReader implements ItemStreamReader<CsvRow> {
  private static final String ROW = "import.row";
  private static final long HEADER_ROW = 1;

  private final Path file;
  private final Charset encoding;
  private final char delimiter;
  private @Nullable Reader reader;
  private @Nullable CsvRows rows;
  private long last;

  StageReader(Path file, Charset encoding, char delimiter) {
    this.file = file;
    this.encoding = encoding;
    this.delimiter = delimiter;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      reader = open(file, encoding);
      rows = new CsvRows(reader, delimiter);
      last = context.getLong(ROW, HEADER_ROW);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open " + file, e);
    }
  }

  static Reader open(Path file, Charset encoding) throws IOException {
    return new InputStreamReader(
        Files.newInputStream(file),
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  @Override
  public @Nullable CsvRow read() throws IOException {
    if (rows == null) {
      throw new IllegalStateException("read before it was opened");
    }
    CsvRow row = rows.read();
    while (row != null && row.number() <= last) {
      row = rows.read();
    }
    last = row == null ? last : row.number();
    return row;
  }

  @Override
  public void update(ExecutionContext context) {
    context.putLong(ROW, last);
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + file, e);
    }
  }
}
