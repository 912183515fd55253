package io.entrepot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

  @Test
  void rowsAreNumberedAsASpreadsheetCountsAndBlankOnesCount() throws IOException {
    assertThat(read("\uFEFFa,b\r\n1,2\r\n\r\n3,4"))
        .containsExactly(row(1, "a", "b"), row(2, "1", "2"), row(4, "3", "4"));
  }

  @Test
  void aQuotedValueMayHaveDelimitersQuotesAndLineEnds() throws IOException {
    assertThat(read("\"TRAY, BED\",\"7\"\" FRAME\",\"two\nlines\"\nx,7\" SINGLE,y\n"))
        .containsExactly(
            row(1, "TRAY, BED", "7\" FRAME", "two\nlines"), row(2, "x", "7\" SINGLE", "y"));
  }

  @Test
  void aStrayQuoteCostsItsRowOnly() throws IOException {
    List<CsvRow> rows = read("1,\"a\"b,2\n3,c,4\n");

    assertThat(rows.get(0).problem()).contains("stray quote");
    assertThat(rows.get(0).values()).containsExactly("1,\"a\"b,2");
    assertThat(rows.get(1)).isEqualTo(row(2, "3", "c", "4"));
  }

  @Test
  void aQuoteThatIsNeverClosedCostsItsRowOnly() throws IOException {
    List<CsvRow> rows = read("1,\"a,2\n3,c,4\n5,d,6\n");

    assertThat(rows.get(0).problem()).contains("not closed");
    assertThat(rows.subList(1, 3)).containsExactly(row(2, "3", "c", "4"), row(3, "5", "d", "6"));
  }

  @Test
  void aLineOf200MillionCharactersCostsItsRowOnlyAndNoMemory() throws IOException {
    Reader file = new LongLine(200_000_000, "a,b\n", "\n1,2\n");

    List<CsvRow> rows = read(new CsvRows(file, ','));

    assertThat(rows).hasSize(3);
    assertThat(rows.get(1).problem()).contains("200000000 characters in one line");
    assertThat(rows.get(1).values().get(0)).hasSize(200);
    assertThat(rows.get(2)).isEqualTo(row(3, "1", "2"));
  }

  @Test
  void oldMacintoshLineEndsAreLineEnds() throws IOException {
    assertThat(read("a\r1\r2\r")).containsExactly(row(1, "a"), row(2, "1"), row(3, "2"));
  }

  private static CsvRow row(long number, String... values) {
    return new CsvRow(number, List.of(values), "");
  }

  private static List<CsvRow> read(String file) throws IOException {
    return read(new CsvRows(new StringReader(file), ','));
  }

  private static List<CsvRow> read(CsvRows rows) throws IOException {
    List<CsvRow> all = new ArrayList<>();
    for (CsvRow row = rows.read(); row != null; row = rows.read()) {
      all.add(row);
    }
    return all;
  }

  /** A text, many x, and a text; none of it is ever in memory as a whole. */
  private static final class LongLine extends Reader {
    private final String before;
    private final String after;
    private final long length;
    private long at;

    LongLine(long length, String before, String after) {
      this.length = length;
      this.before = before;
      this.after = after;
    }

    @Override
    public int read(char[] buffer, int from, int count) {
      int done = 0;
      while (done < count && at < before.length() + length + after.length()) {
        buffer[from + done++] = next();
      }
      return done == 0 ? -1 : done;
    }

    private char next() {
      long here = at++;
      if (here < before.length()) {
        return before.charAt((int) here);
      }
      long rest = here - before.length() - length;
      return rest < 0 ? 'x' : after.charAt((int) rest);
    }

    @Override
    public void close() {}
  }
}
