package io.entrepot.app.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.export.RemoteFolder;
import io.entrepot.core.money.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Currency;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The exported files as their receiver finds them: fetched back by SFTP, checked by their control
 * totals and parsed anew, by nothing of the code that wrote them.
 */
final class DroppedFiles {
  private static final String DONE = ".done";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final ObjectMapper JSON = new ObjectMapper();

  long files;
  long wholeFiles;
  long rows;
  final Sums sum = new Sums();
  private final Set<String> orders = new HashSet<>();

  private DroppedFiles() {}

  /** Only files of this feed, so that a repeat of a period is not counted as more. */
  static DroppedFiles read(RemoteFolder folder, String feed) throws IOException {
    DroppedFiles found = new DroppedFiles();
    for (String name : folder.list()) {
      if (name.startsWith(feed + "_") && name.endsWith(DONE)) {
        found.add(folder, name.substring(0, name.length() - DONE.length()));
      }
    }
    return found;
  }

  private void add(RemoteFolder folder, String name) throws IOException {
    byte[] content = folder.download(name);
    JsonNode control = JSON.readTree(folder.download(name + ".ctl.json"));
    long before = rows;
    parse(content, control.path("encoding").asText());
    files++;
    if (control.path("rows").asLong() == rows - before
        && control.path("sha256").asText().equals(sha256(content))) {
      wholeFiles++;
    }
  }

  long orders() {
    return orders.size();
  }

  Found found(long mails) {
    return new Found(mails, files, orders.size(), rows, sum.toString());
  }

  private void parse(byte[] content, String encoding) throws IOException {
    try (Reader reader =
            new InputStreamReader(new ByteArrayInputStream(content), charset(encoding));
        CSVParser parser = CSVParser.parse(skipMark(reader, encoding), FORMAT)) {
      for (CSVRecord row : parser) {
        rows++;
        orders.add(row.get("order_id"));
        Currency currency = Currency.getInstance(row.get("currency"));
        sum.add(Money.ofMajor(new BigDecimal(row.get("amount")), currency));
      }
    }
  }

  private static String charset(String encoding) {
    return switch (encoding) {
      case "CP932" -> "windows-31j";
      case "CP949" -> "x-windows-949";
      default -> StandardCharsets.UTF_8.name();
    };
  }

  private static Reader skipMark(Reader reader, String encoding) throws IOException {
    if (encoding.equals("UTF-8-BOM") && reader.read() != '\uFEFF') {
      throw new IOException("the file has no byte order mark");
    }
    return reader;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
