package io.entrepot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.imports.SampleOrders;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.node.Node;
import io.entrepot.app.node.SettingsReader;
import io.entrepot.app.reconcile.Check;
import io.entrepot.app.reconcile.Reconciler;
import io.entrepot.core.order.OrderFilter;
import io.entrepot.core.order.OrderQueries;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small file's whole way, on a hub that nothing else has used. */
class DemoTest {
  private static final int ORDERS = 12;

  private static Path data;
  private static Path file;
  private static Node hub;
  private static DemoResult first;

  @BeforeAll
  static void play(@TempDir Path folder) throws Exception {
    data = folder.resolve("data");
    file = folder.resolve("orders.csv");
    SampleOrders.write(file, 7, ORDERS);
    hub =
        Node.start(
            SettingsReader.read(
                Map.of(),
                Map.of(
                    "data", data.toString(),
                    "port", "0",
                    "sftp.port", "0",
                    "sandbox.port", "0")));
    first = demo().play(file, SampleOrders.MAPPING);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void everyPlacedOrderIsDeliveredAndAllSidesAgree() {
    assertThat(first.reconciliation()).isNotEmpty().allMatch(Check::equal);
    assertThat(first.good()).isTrue();
    assertThat(first.orders() + first.ordersRefused()).isEqualTo(ORDERS);
    assertThat(first.orders()).isPositive();
    assertThat(first.delivered()).isEqualTo(first.orders() - first.cancelled());
    assertThat(first.found().mails()).isEqualTo(first.paid());
    assertThat(first.found().csvOrders()).isEqualTo(first.paid());
    assertThat(first.text()).contains("All sides agree");
  }

  @Test
  void jsonIsOneObjectWithTheCountsAndEveryCheck() throws Exception {
    JsonNode json = new ObjectMapper().readTree(new ObjectMapper().writeValueAsString(first));

    assertThat(json.get("rows_read").asLong()).isEqualTo(first.rowsRead());
    assertThat(json.get("reconciled").asBoolean()).isTrue();
    assertThat(json.get("found").get("csv_total").asText()).endsWith(" KRW");
    assertThat(json.get("reconciliation").get(0).fieldNames())
        .toIterable()
        .containsExactly("name", "ours", "theirs", "equal");
  }

  @Test
  void sameFileAgainImportsNothingAndStillReconciles() throws Exception {
    DemoResult again = demo().play(file, SampleOrders.MAPPING);

    assertThat(again.repeatOf()).isEqualTo(first.batchId());
    assertThat(again.orders()).isZero();
    assertThat(again.delivered()).isEqualTo(first.delivered());
    assertThat(again.found()).isEqualTo(first.found());
    assertThat(again.good()).isTrue();
    assertThat(again.text()).contains("nothing was imported now");
  }

  @Test
  void mailThatNeverArrivedIsADifference() throws Exception {
    Path mail = only(data.resolve("mail"), ".eml");
    byte[] kept = Files.readAllBytes(mail);
    Files.delete(mail);

    assertThat(differences()).containsExactly("paid orders with an address / mails received");
    Files.write(mail, kept);
  }

  @Test
  void rowThatFinanceLostIsADifference() throws Exception {
    Path csv = only(data.resolve("sftp/home/finance/erp"), ".csv");
    String kept = Files.readString(csv);
    Files.writeString(csv, kept.substring(0, kept.stripTrailing().lastIndexOf('\n') + 1));

    assertThat(differences())
        .contains("files: exported / read back whole", "rows in files: exported / read back");
    Files.writeString(csv, kept);
  }

  @Test
  void pieceThatLeftTheShelfWithoutAMovementIsADifference() throws Exception {
    stock("+ 1");

    assertThat(differences())
        .containsExactlyInAnyOrder(
            "on hand: stock / ledger", "balances unlike their derivation from the ledger");
    stock("- 1");
  }

  @Test
  void exportIsAHopOfEachOrdersTimeline() {
    UUID order =
        hub.context().getBean(OrderQueries.class).list(OrderFilter.ALL, null, 1).get(0).orderId();

    assertThat(hub.context().getBean(MessageStore.class).byCorrelation(order))
        .filteredOn(message -> message.document().equals("erp-export"))
        .singleElement()
        .satisfies(message -> assertThat(message.partner()).isEqualTo("finance"));
  }

  private static void stock(String change) {
    hub.context()
        .getBean(JdbcClient.class)
        .sql(
            "UPDATE inventory.stock SET on_hand = on_hand "
                + change
                + " WHERE sku_id = (SELECT min(sku_id) FROM inventory.stock)")
        .update();
  }

  private static List<String> differences() throws Exception {
    return hub.context().getBean(Reconciler.class).run().differences().stream()
        .map(Check::name)
        .toList();
  }

  private static Path only(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(ending)).sorted().findFirst().get();
    }
  }

  private static Demo demo() {
    return new Demo(hub.context(), new LiveLine(new PrintWriter(new StringWriter()), false));
  }
}
