package io.entrepot.app.console;

import io.entrepot.app.TestHub;
import io.entrepot.app.imports.ImportView;
import io.entrepot.app.imports.Imports;
import io.entrepot.app.imports.OpeningStock;
import io.entrepot.app.imports.Submission;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * A file of orders in the shape of the online-retail mapping, with SKUs and references of its own.
 */
final class RetailFile {
  private static final String MAPPING = "online-retail/order.inbound";
  private static final int CANCELLED_EVERY = 40;

  private final StringBuilder rows =
      new StringBuilder(
          "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
  private final String name;

  /**
   * Two lines an order.
   *
   * @param firstInvoice six digits that no other test uses
   */
  RetailFile(String name, int firstInvoice, int orders) {
    this.name = name;
    for (int order = 0; order < orders; order++) {
      row(firstInvoice + order, "A" + firstInvoice + order % 7, "WARM KNIT HAT", 2, "3.35");
      row(firstInvoice + order, "B" + firstInvoice + order % 5, "WOOL SCARF", 1, "7.95");
      if (order % CANCELLED_EVERY == 0) {
        row(firstInvoice + order, "C" + firstInvoice, "TEA TOWEL", 0, "1.25");
      }
    }
  }

  private void row(int invoice, String sku, String name, int quantity, String price) {
    rows.append(
        String.format(
            Locale.ROOT,
            "%d,%s,%s,%d,1/12/2010,%s,17850,United Kingdom%n",
            invoice,
            sku,
            name,
            quantity,
            price));
  }

  ImportView submitTo(TestHub hub) {
    var content = rows.toString().getBytes(StandardCharsets.UTF_8);
    return hub.bean(Imports.class)
        .submit(
            new Submission(MAPPING, name, OpeningStock.FROM_FILE),
            new ByteArrayInputStream(content));
  }

  static ImportView awaitEnd(TestHub hub, UUID batchId) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> hub.bean(Imports.class).find(batchId).orElseThrow(), ImportView::finished);
  }
}
