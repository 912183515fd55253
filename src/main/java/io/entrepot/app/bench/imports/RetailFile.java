package io.entrepot.app.bench.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Order files in the shape of the "Online Retail" data set: goods only, no dirt. */
final class RetailFile {
  static final String MAPPING = "online-retail/order.inbound";

  private static final int LINES = 5;
  private static final int SKUS = 500;
  private static final int FIRST_INVOICE = 1_000_000;

  private RetailFile() {}

  /** Writes orders with numbers that no other round has; returns the count of rows. */
  static int write(Path file, int round, int orders) throws IOException {
    Random random = new Random(round);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
      for (int order = 0; order < orders; order++) {
        for (int line = 0; line < LINES; line++) {
          out.write(row(FIRST_INVOICE + round * orders + order, random));
        }
      }
    }
    return orders * LINES;
  }

  private static String row(int invoice, Random random) {
    int sku = 20_000 + random.nextInt(SKUS);
    return "%d,%d,ARTICLE %d,%d,1/12/2010,%d.95,17850,United Kingdom%n"
        .formatted(invoice, sku, sku, 1 + random.nextInt(6), 1 + random.nextInt(9));
  }
}
