package io.entrepot.app.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * An order file of a fashion shop that never was, with buyers in Korea and Japan; for {@code
 * sample/order.inbound}. The same seed writes the same file, byte for byte. A few rows are dirty,
 * and its opening stock leaves about a fifth of the orders unserved.
 */
public final class SampleOrders {
  /** The mapping that reads it. */
  public static final String MAPPING = "sample/order.inbound";

  private static final long SEED = 20261121;
  private static final int ORDERS = 200;
  private static final int LINES_MAX = 4;
  private static final int FREE_SHIPPING_WON = 100_000;

  private final Random random;
  private final List<String[]> rows = new ArrayList<>();

  private SampleOrders(long seed) {
    this.random = new Random(seed);
  }

  /** Writes the file of the usual seed, with 200 orders. */
  public static void write(Path file) {
    write(file, SEED, ORDERS);
  }

  /** Writes a file of its own for each seed. */
  public static void write(Path file, long seed, int orders) {
    SampleOrders sample = new SampleOrders(seed);
    for (int i = 0; i < orders; i++) {
      sample.order(i);
    }
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
      printer.printRecord(SampleData.HEADER);
      for (String[] row : sample.rows) {
        printer.printRecord((Object[]) row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private void order(int index) {
    String number = "S-%05d".formatted(10_001 + index);
    String time = "2026-11-%02d %02d:%02d".formatted(1 + index % 20, 9 + index % 12, index % 60);
    SampleData.Person buyer = pick(SampleData.PEOPLE);
    boolean guest = random.nextInt(4) == 0;
    int lines = 1 + random.nextInt(LINES_MAX);
    int total = 0;
    for (int line = 0; line < lines; line++) {
      SampleData.Product product = product();
      String size = pick(SampleData.SIZES);
      int quantity = 1 + random.nextInt(3);
      total += product.won() * quantity;
      rows.add(row(number, time, product, size, quantity, buyer, guest));
    }
    String fee = total >= FREE_SHIPPING_WON ? "" : "3000";
    rows.get(rows.size() - lines)[SampleData.SHIPPING_FEE] = fee;
    dirt(index);
  }

  /** Some things sell better than others: then the shelf is empty for the last who come. */
  private SampleData.Product product() {
    int count = SampleData.PRODUCTS.size();
    return SampleData.PRODUCTS.get(Math.min(random.nextInt(count), random.nextInt(count)));
  }

  private static String[] row(
      String number,
      String time,
      SampleData.Product product,
      String size,
      int quantity,
      SampleData.Person buyer,
      boolean guest) {
    return new String[] {
      number,
      time,
      product.code() + "-" + size,
      product.name() + " " + size,
      Integer.toString(quantity),
      Integer.toString(product.won()),
      "",
      buyer.name(),
      buyer.email(),
      buyer.phone(),
      buyer.language(),
      guest ? "Y" : "N",
      buyer.postcode(),
      buyer.country(),
      buyer.region(),
      buyer.city(),
      buyer.line1(),
      buyer.line2()
    };
  }

  /** What real files have: a return, a free gift, a typing error, a cell that would like to run. */
  private void dirt(int index) {
    String[] row = rows.get(rows.size() - 1).clone();
    row[SampleData.SHIPPING_FEE] = "";
    switch (index % 40) {
      case 7 -> row[SampleData.QUANTITY] = "-1";
      case 15 -> row[SampleData.UNIT_PRICE] = "0";
      case 23 -> row[SampleData.QUANTITY] = "두 개";
      case 31 -> row[SampleData.BUYER] = "=HYPERLINK(\"http://example.test\")";
      default -> {
        return;
      }
    }
    if (index % 40 == 31) {
      row[SampleData.COUNTRY] = "Atlantis";
    }
    rows.add(row);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
