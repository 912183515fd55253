package io.entrepot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.entrepot.app.TestHub;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderView;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of orders all the way into the core, on a real database. */
class ImportTest {
  private static final String MAPPING = "online-retail/order.inbound";
  private static final Submission ORDERS =
      new Submission(MAPPING, "orders.csv", OpeningStock.FROM_FILE);
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  /** Invoice numbers of their own for each test: all share one hub. */
  private static final AtomicInteger NEXT = new AtomicInteger(800_000);

  private final TestHub hub = TestHub.shared();
  private final Imports imports = hub.bean(Imports.class);
  private final int base = NEXT.getAndAdd(100);

  @TempDir Path folder;

  @Test
  void rowsBecomeOrdersChargesStandApartAndBadRowsDropOut() {
    String sku = "T" + base;
    ImportView done =
        imported(
            row(base, sku, 6, "2.55", "17850"),
            row(base, sku, 4, "2.55", "17850"),
            row(base, sku, 1, "2.95", "17850"),
            row(base, "POST", 2, "18", "17850"),
            row(base, sku, -1, "2.55", "17850"),
            row("C" + base, sku, -1, "2.55", "17850"),
            row(base, sku, "two", "2.55", "17850"));

    assertThat(done.status()).isEqualTo("COMPLETED");
    assertThat(done.rowsRead()).isEqualTo(7);
    assertThat(done.rowsRejected()).isEqualTo(3);
    assertThat(done.ordersPlaced() + done.ordersRefused()).isEqualTo(1);
    assertThat(done.ordersIncomplete()).isEqualTo(1);
    OrderView order = order(base);
    assertThat(order.batchId()).isEqualTo(done.batchId());
    assertThat(order.lines())
        .extracting(line -> line.quantity() + " at " + line.unitPrice())
        .containsExactly("10 at 4539 KRW", "1 at 5251 KRW");
    assertThat(order.total()).hasToString(10 * 4539 + 5251 + 64080 + " KRW");
  }

  @Test
  void ordersAreServedInTheFilesOrderUntilTheShelfIsEmpty() {
    String sku = "T" + base;
    // 95 % of 40 are 38: what the third order leaves, the fourth does not find.
    ImportView done =
        imported(
            row(base, sku, 10, "1", ""),
            row(base + 1, sku, 10, "1", ""),
            row(base + 2, sku, 15, "1", ""),
            row(base + 3, sku, 5, "1", ""));

    assertThat(done.ordersPlaced()).isEqualTo(3);
    assertThat(done.refusals()).containsExactly(java.util.Map.entry("OUT_OF_STOCK", 1));
    assertThat(hub.bean(OrderQueries.class).findByReference("online-retail", ref(base + 3)))
        .isEmpty();
    List<CSVRecord> refused = read(refused(done));
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0).get("order")).isEqualTo(ref(base + 3));
    assertThat(refused.get(0).get("detail")).contains(sku);
    assertThat(hub.bean(InventoryQueries.class).check()).isEmpty();
  }

  @Test
  void theSameFileAgainImportsNothingAndSaysSo() {
    String[] rows = {row(base, "T" + base, 100, "1", ""), row(base + 1, "X", 0, "1", "")};
    ImportView first = imported(rows);

    ImportView second = imported(rows);

    assertThat(second.repeatOf()).isEqualTo(first.batchId());
    assertThat(second.ordersPlaced()).isZero();
    assertThat(second.alreadyImported()).isEqualTo(first.ordersTotal());
    assertThat(second.rowsRead()).isEqualTo(2);
    assertThat(read(errors(second))).isEmpty();
  }

  @Test
  void aKnownReferenceInAnotherFileIsReportedAlreadyImported() {
    imported(row(base, "T" + base, 1, "1", ""));

    ImportView second =
        imported(row(base, "T" + base, 2, "1", ""), row(base + 1, "T" + base + "B", 1, "1", ""));

    assertThat(second.alreadyImported()).isEqualTo(1);
    assertThat(second.rowsAlreadyImported()).isEqualTo(1);
    assertThat(second.ordersPlaced()).isEqualTo(1);
    assertThat(order(base).lines().get(0).quantity()).isEqualTo(1);
  }

  @Test
  void rowsThatAKnownOrderLacksCanFollowItFromTheErrorFile() {
    imported(row(base, "T" + base, 1, "1", ""), row(base, "U" + base, 1, "1", ""));

    ImportView whole =
        imported(
            row(base, "T" + base, 1, "1", ""),
            row(base, "U" + base, 1, "1", ""),
            row(base, "U" + base, 1, "1", ""),
            row(base, "V" + base, 7, "1", ""));

    assertThat(whole.alreadyImported()).isEqualTo(1);
    assertThat(whole.ordersKnownOtherwise()).isEqualTo(1);
    assertThat(whole.rowsAlreadyImported()).isEqualTo(2);
    assertThat(whole.rowsRejected()).isEqualTo(2);
    CSVRecord known = read(refused(whole)).get(0);
    assertThat(known.get("outcome")).isEqualTo("ALREADY_IMPORTED");
    assertThat(known.get("reason")).isEqualTo("ROWS_DIFFER");
    assertThat(known.get("detail")).contains("known with 2 rows, this file has 4", "supplement");
    List<CSVRecord> lacking = read(errors(whole));
    assertThat(lacking)
        .extracting(row -> row.get("error_row") + " " + row.get("StockCode"))
        .containsExactly("4 U" + base, "5 V" + base);

    ImportView supplement = importedFile(errors(whole));

    assertThat(supplement.ordersPlaced()).isEqualTo(1);
    assertThat(order(base + "/2").lines()).extracting(line -> line.quantity()).contains(1, 7);
    ImportView again =
        imported(
            row(base, "V" + base, 7, "1", ""),
            row(base, "T" + base, 1, "1", ""),
            row(base, "U" + base, 1, "1", ""),
            row(base, "U" + base, 1, "1", ""));
    assertThat(again.ordersKnownOtherwise()).isZero();
    assertThat(again.rowsAlreadyImported()).isEqualTo(4);
  }

  @Test
  void aKnownOrderWithOtherRowsIsToldButNotAddedTo() {
    imported(row(base, "T" + base, 1, "1", ""), row(base, "U" + base, 1, "1", ""));

    ImportView fewer = imported(row(base, "T" + base, 1, "1", ""));
    ImportView changed =
        imported(row(base, "T" + base, 9, "1", ""), row(base, "U" + base, 1, "1", ""));

    for (ImportView told : List.of(fewer, changed)) {
      assertThat(told.ordersKnownOtherwise()).isEqualTo(1);
      assertThat(told.rowsRejected()).isZero();
      assertThat(read(refused(told)).get(0).get("reason")).isEqualTo("ROWS_DIFFER");
    }
    assertThat(read(refused(fewer)).get(0).get("detail")).contains("2 rows, this file has 1");
    assertThat(read(refused(changed)).get(0).get("detail")).contains("not the same ones");
  }

  @Test
  void mendedRowsOfTheErrorFileFollowTheirOrderAsASupplementOnce() {
    ImportView first =
        imported(
            row(base, "T" + base, 1, "1", ""),
            row(base, "U" + base, "two", "1", ""),
            row(base, "V" + base, "one", "1", ""),
            row(base + 1, "T" + base, "1", "free", ""));
    assertThat(first.rowsRejected()).isEqualTo(3);

    String mended =
        errors(first).replace("two", "2").replace(",1,1/12/2010,free", ",1,1/12/2010,1");
    ImportView second = importedFile(mended);

    assertThat(second.ordersPlaced()).isEqualTo(2);
    assertThat(second.rowsRejected()).isEqualTo(1);
    assertThat(order(base + "/2").lines().get(0).sku()).isEqualTo("U" + base);
    assertThat(order(base + 1).lines()).hasSize(1);

    // Sent once more with a change somewhere, so that the file is not the same.
    ImportView third = importedFile(mended.replace("one", "eins"));
    assertThat(third.ordersPlaced()).isZero();
    assertThat(third.rowsAlreadyImported()).isEqualTo(3);

    // The row that was still wrong stands in the second error file now.
    ImportView fourth = importedFile(errors(second).replace("one", "1"));
    assertThat(fourth.ordersPlaced()).isEqualTo(1);
    assertThat(order(base + "/3").lines().get(0).sku()).isEqualTo("V" + base);
    assertThat(read(errors(first))).isEmpty();
  }

  @Test
  void theErrorFileNamesRowColumnValueAndReasonAndRunsNoFormula() {
    ImportView done =
        importedFile(
            HEADER
                + "C%d,D,=cmd(),-1,1/12/2010,27.5,14527,United Kingdom\n".formatted(base)
                + "%d,X,y,abc,1/12/2010,1,,Atlantis\n".formatted(base)
                + "too,few\n"
                + "%d,\"X\"y,z\n".formatted(base));

    List<CSVRecord> rows = read(errors(done));
    assertThat(rows).extracting(row -> row.get("error_row")).containsExactly("2", "3", "4", "5");
    assertThat(rows.get(0).get("error_column")).isEqualTo("InvoiceNo");
    assertThat(rows.get(0).get("error_value")).isEqualTo("C" + base);
    assertThat(rows.get(0).get("error_reason")).isEqualTo("a cancellation is no order");
    assertThat(rows.get(0).get("Description")).isEqualTo("'=cmd()");
    assertThat(rows.get(0).get("Quantity")).isEqualTo("-1");
    assertThat(rows.get(1).get("error_column")).isEqualTo("Quantity");
    assertThat(rows.get(1).get("error_reason"))
        .contains("'abc' is not a whole number")
        .contains("no code 'Atlantis'");
    assertThat(rows.get(2).get("error_reason")).contains("2 columns where the header has 8");
    assertThat(rows.get(3).get("error_reason")).contains("stray quote");
    assertThat(rows).allMatch(row -> row.get("batch_id").equals(done.batchId().toString()));
  }

  @Test
  void aColumnNobodyKnowsIsReportedAndTheRestGoesOn() {
    ImportView done =
        importedFile(
            HEADER.replace("Country", "Country,Colour")
                + row(base, "T" + base, 1, "1", "").replace("\n", ",red\n"));

    assertThat(done.unknownColumns()).containsExactly("Colour");
    assertThat(done.ordersPlaced()).isEqualTo(1);
    assertThat(read(errors(done)).get(0).get("error_column")).isEqualTo("Colour");
  }

  @Test
  void aFileWithoutItsHeaderOrWithAColumnTwiceIsRefusedByName() {
    assertRefused(row(base, "T", 1, "1", ""), "import-header-missing", "has no header");
    assertRefused(HEADER.replace("Country", "Quantity"), "import-header-duplicate", "'Quantity'");
    assertRefused(HEADER.replace("Quantity", "Anzahl"), "import-columns-missing", "[Quantity]");
  }

  @Test
  void plainOrderFileCreatesNoGoods() {
    String row = "936001,NEW-936,NOBODY KNOWS IT,1,1/12/2010,1,,Japan\n";
    byte[] file = (HEADER + row).getBytes(StandardCharsets.UTF_8);

    ImportView plain =
        ended(imports.submit(Submission.of(MAPPING, "p.csv"), new ByteArrayInputStream(file)));
    ImportView opening = ended(imports.submit(ORDERS, new ByteArrayInputStream(file)));
    ImportView again = ended(imports.submit(ORDERS, new ByteArrayInputStream(file)));

    assertThat(plain.ordersRefused()).isEqualTo(1);
    assertThat(opening.ordersPlaced()).isEqualTo(1);
    assertThat(again.repeatOf()).isEqualTo(opening.batchId());
  }

  @Test
  void theSampleIsTheSameEachTimeAndAboutAFifthOfItIsRefused() throws Exception {
    SampleOrders.write(folder.resolve("a.csv"));
    SampleOrders.write(folder.resolve("b.csv"));
    assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));

    ImportView done =
        ended(
            imports.submit(
                new Submission(SampleOrders.MAPPING, "a.csv", OpeningStock.FROM_FILE),
                Files.newInputStream(folder.resolve("a.csv"))));

    assertThat(done.ordersTotal()).isEqualTo(200);
    assertThat(done.ordersFailed()).isZero();
    assertThat(done.rowsRejected()).isEqualTo(20);
    assertThat(done.ordersRefused()).isBetween(30, 50);
    assertThat(done.ordersPlaced()).isEqualTo(200 - done.ordersRefused());
  }

  private ImportView imported(String... rows) {
    return importedFile(HEADER + String.join("", rows));
  }

  private ImportView importedFile(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return ended(imports.submit(ORDERS, new ByteArrayInputStream(bytes)));
  }

  private ImportView ended(ImportView submitted) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> imports.find(submitted.batchId()).orElseThrow(), ImportView::finished);
  }

  private void assertRefused(String content, String code, String why) {
    assertThatThrownBy(() -> importedFile(content))
        .isInstanceOfSatisfying(ImportRefused.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(why);
  }

  private OrderView order(Object reference) {
    return hub.bean(OrderQueries.class)
        .findByReference("online-retail", ref(reference))
        .orElseThrow();
  }

  private static String ref(Object reference) {
    return reference.toString();
  }

  private static String row(
      Object invoice, String sku, Object quantity, String price, String customer) {
    return "%s,%s,THING,%s,1/12/2010,%s,%s,United Kingdom\n"
        .formatted(invoice, sku, quantity, price, customer);
  }

  private String errors(ImportView done) {
    StringBuilder text = new StringBuilder();
    hub.bean(ImportFiles.class).errors(done.batchId(), text);
    return text.toString();
  }

  private String refused(ImportView done) {
    StringBuilder text = new StringBuilder();
    hub.bean(ImportFiles.class).notPlaced(done.batchId(), text);
    return text.toString();
  }

  private static List<CSVRecord> read(String csv) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv.substring(1)), format)) {
      return parser.stream().collect(Collectors.toList());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
