package io.entrepot.app.export;

import io.entrepot.core.money.Money;
import io.entrepot.core.order.OrderView;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes one file and counts what it writes. The same orders give the same bytes. */
final class CsvFile implements AutoCloseable {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final Path path;
  private final FeedEncoding encoding;
  private final FeedText text;
  private final OrderRows orderRows;
  private final MessageDigest digest = sha256();
  private final CSVPrinter printer;
  private final SortedMap<String, Money> sums = new TreeMap<>();
  private int rows;
  private int orders;

  CsvFile(Path path, ExportRequest request) throws IOException {
    this.path = path;
    this.encoding = request.encoding();
    this.text = new FeedText(encoding);
    this.orderRows = new OrderRows(request.zone(), text);
    OutputStream out =
        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest);
    Writer writer = new OutputStreamWriter(out, encoding.charset());
    writer.write(encoding.mark());
    this.printer = new CSVPrinter(writer, FORMAT);
    printer.printRecord(OrderRows.COLUMNS);
  }

  void add(OrderView order) {
    try {
      for (List<String> row : orderRows.of(order)) {
        printer.printRecord(row);
        rows++;
      }
    } catch (IOException | IllegalArgumentException unwritable) {
      throw new IllegalStateException(
          "order " + order.orderId() + ": " + unwritable.getMessage(), unwritable);
    }
    orders++;
    order.lines().forEach(line -> sum(line.amount()));
    order.charges().forEach(charge -> sum(charge.amount()));
  }

  private void sum(Money amount) {
    Currency currency = amount.currency();
    sums.merge(currency.getCurrencyCode(), amount, Money::plus);
  }

  /** Only after {@link #close}: what was written. */
  ControlTotals totals(ExportFile file) throws IOException {
    SortedMap<String, String> plainSums = new TreeMap<>();
    sums.forEach((currency, sum) -> plainSums.put(currency, sum.major().toPlainString()));
    return new ControlTotals(
        file.name(),
        file.feed(),
        file.sequence(),
        file.businessDate().toString(),
        file.confirmedFrom().toString(),
        file.confirmedUntil().toString(),
        rows,
        orders,
        plainSums,
        HexFormat.of().formatHex(digest.digest()),
        Files.size(path),
        encoding.label(),
        FORMAT.getDelimiterString(),
        "CRLF",
        text.replacedCells());
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
