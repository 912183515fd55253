package io.entrepot.app.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.export.PaidOrders;
import io.entrepot.core.fulfilment.FulfilmentTotals;
import io.entrepot.core.inventory.InventoryTotals;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.payment.PaymentLedgerTotals;
import io.entrepot.core.payment.PaymentStatus;
import io.entrepot.core.payment.PaymentTotals;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two delivered orders of 33 000 won and two pieces each, on which all sides agree at first. */
class ChecksTest {
  private static final Instant PAID = Instant.parse("2026-11-21T03:00:00Z");
  private static final Instant NOW = PAID.plusSeconds(3600);

  private interface Lie {
    void tell(Sides sides);
  }

  @Test
  void whereAllSidesAgreeEveryCheckIsEqual() throws IOException {
    assertThat(new Sides().checks()).isNotEmpty().allMatch(Check::equal);
  }

  @TestFactory
  Stream<DynamicTest> eachCheckFailsWhenOneSideTellsAnotherNumber() {
    return lies().entrySet().stream()
        .map(
            lie ->
                DynamicTest.dynamicTest(
                    lie.getKey(),
                    () -> {
                      Sides sides = new Sides();
                      lie.getValue().tell(sides);
                      assertThat(sides.checks())
                          .filteredOn(check -> !check.equal())
                          .extracting(Check::name)
                          .contains(lie.getKey());
                    }));
  }

  @Test
  void noCheckIsLeftWithoutALieThatItCatches() throws IOException {
    assertThat(new Sides().checks())
        .extracting(Check::name)
        .containsExactlyInAnyOrderElementsOf(lies().keySet());
  }

  private static Map<String, Lie> lies() {
    Map<String, Lie> lies = new LinkedHashMap<>();
    lies.put("pieces held: unpaid orders / stock", sides -> sides.set("reserved", 1));
    lies.put("pieces sold: paid orders / allocated + shipped", sides -> sides.set("allocated", 1));
    lies.put("on hand: stock / ledger", sides -> sides.set("ledger on hand", 95));
    lies.put("reserved: stock / ledger", sides -> sides.set("reserved", 1));
    lies.put("allocated: stock / ledger", sides -> sides.set("allocated", 1));
    lies.put("balances unlike their derivation from the ledger", s -> s.set("differences", 1));
    lies.put("paid orders / completed payments", sides -> sides.set("payments", 3));
    lies.put("paid sum: orders / payments", sides -> sides.set("paid", 66_001));
    lies.put("completed payments / charges in the ledger", sides -> sides.set("charges", 1));
    lies.put("completed sum: payments / ledger", sides -> sides.set("charged", 33_000));
    lies.put("charges: ledger / Toss Payments", sides -> sides.set("confirmed", 1));
    lies.put("charged sum: ledger / Toss Payments", sides -> sides.set("toss sum", 1));
    lies.put("orders asked to ship / WMS", sides -> sides.set("accepted", 3));
    lies.put("pieces asked to ship / WMS", sides -> sides.set("units", 5));
    lies.put("shipments / shipped by WMS", sides -> sides.set("wms shipped", 1));
    lies.put("shipped orders / shipments", sides -> sides.set("shipments", 1));
    lies.put("shipments / waybills at SweetTracker", sides -> sides.set("registered", 1));
    lies.put("parcels delivered / SweetTracker", sides -> sides.set("tracked", 1));
    lies.put("delivered orders / parcels delivered", sides -> sides.set("delivered", 1));
    lies.put("paid orders with an address / mails received", sides -> sides.set("mails", 1));
    lies.put("paid orders with an address / mails handed over", s -> s.set("handed over", 1));
    lies.put("dead letters among our deliveries", sides -> sides.set("dead", 1));
    lies.put("paid before the last export and in no file", sides -> sides.exported.clear());
    lies.put("files: exported / read back whole", sides -> sides.folder.tear());
    lies.put("files: exported / on the server", sides -> sides.folder.remove());
    lies.put("orders in files: exported / read back", sides -> sides.folder.drop(sides.last));
    lies.put("rows in files: exported / read back", sides -> sides.folder.drop(sides.last));
    lies.put("sum of files: exported / read back", sides -> sides.folder.drop(sides.last));
    return lies;
  }

  private static final class Sides {
    private final PaidOrders orders = new PaidOrders();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Set<UUID> exported = new HashSet<>();
    private final FilesInMemory folder = new FilesInMemory();
    private final UUID last;

    Sides() {
      UUID first = orders.paid(PAID);
      last = orders.paid(PAID.plusSeconds(1));
      exported.addAll(Set.of(first, last));
      folder.put(List.of(first, last));
      orders.now(OrderStatus.DELIVERED);
      set("on hand", 96);
      set("ledger on hand", 96);
      set("payments", 2);
      set("paid", 66_000);
      set("charges", 2);
      set("charged", 66_000);
      set("confirmed", 2);
      set("toss sum", 66_000);
      set("accepted", 2);
      set("units", 4);
      set("wms shipped", 2);
      set("shipments", 2);
      set("delivered", 2);
      set("registered", 2);
      set("tracked", 2);
      set("mails", 2);
      set("handed over", 2);
    }

    void set(String name, long value) {
      numbers.put(name, value);
    }

    private long get(String name) {
      return numbers.getOrDefault(name, 0L);
    }

    List<Check> checks() throws IOException {
      OrderFigures figures = OrderFigures.of(orders, exported, NOW, NOW);
      FulfilmentTotals shipped = new FulfilmentTotals(get("shipments"), 4, get("delivered"));
      List<PaymentLedgerTotals> ledger =
          List.of(new PaymentLedgerTotals("toss-payments", get("charges"), won(get("charged"))));
      Checks checks = new Checks();
      checks.stock(figures, stock(), shipped, (int) get("differences"));
      checks.payments(figures, payments(), ledger);
      checks.toss(ledger, toss());
      checks.warehouse(figures, shipped, wms());
      checks.carrier(figures, shipped, carrier());
      checks.mails(figures, get("mails"));
      checks.deliveries(figures, get("handed over"), get("dead"));
      checks.export(figures, 1, DroppedFiles.read(folder, "erp-orders"));
      return checks.all();
    }

    private InventoryTotals stock() {
      return new InventoryTotals(
          1,
          9,
          new InventoryTotals.Sum(get("on hand"), get("reserved"), get("allocated"), 0),
          new InventoryTotals.Sum(get("ledger on hand"), 0, 0, 0));
    }

    private List<PaymentTotals> payments() {
      return List.of(
          new PaymentTotals("toss-payments", PaymentStatus.FAILED, 7, won(7)),
          new PaymentTotals(
              "toss-payments", PaymentStatus.COMPLETED, get("payments"), won(get("paid"))));
    }

    private PartnerBooks.Figures toss() {
      return new PartnerBooks.Figures(
          Map.of("confirmed", get("confirmed")),
          Map.of("confirmed", won(get("toss sum")).toString()));
    }

    private PartnerBooks.Figures wms() {
      return new PartnerBooks.Figures(
          Map.of("accepted", get("accepted"), "units", get("units"), "shipped", get("wms shipped")),
          Map.of());
    }

    private PartnerBooks.Figures carrier() {
      return new PartnerBooks.Figures(
          Map.of("registered", get("registered"), "delivered", get("tracked")), Map.of());
    }

    private static Money won(long amount) {
      return Money.of(amount, "KRW");
    }
  }
}
