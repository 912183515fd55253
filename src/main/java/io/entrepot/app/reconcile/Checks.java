package io.entrepot.app.reconcile;

import io.entrepot.core.fulfilment.FulfilmentTotals;
import io.entrepot.core.inventory.InventoryTotals;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.payment.PaymentLedgerTotals;
import io.entrepot.core.payment.PaymentStatus;
import io.entrepot.core.payment.PaymentTotals;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The comparisons, group by group; each is between two who keep their books apart. */
final class Checks {
  private static final EnumSet<OrderStatus> SHIPPED = EnumSet.copyOf(OrderFigures.SHIPPED);

  private final List<Check> checks = new ArrayList<>();

  List<Check> all() {
    return List.copyOf(checks);
  }

  void stock(
      OrderFigures orders, InventoryTotals stock, FulfilmentTotals shipped, int differences) {
    add(
        "pieces held: unpaid orders / stock",
        orders.pieces(OrderFigures.HELD),
        stock.stock().reserved());
    add(
        "pieces sold: paid orders / allocated + shipped",
        orders.pieces(OrderFigures.SOLD),
        stock.stock().allocated() + shipped.pieces());
    add("on hand: stock / ledger", stock.stock().onHand(), stock.ledger().onHand());
    add("reserved: stock / ledger", stock.stock().reserved(), stock.ledger().reserved());
    add("allocated: stock / ledger", stock.stock().allocated(), stock.ledger().allocated());
    add("balances unlike their derivation from the ledger", 0, differences);
  }

  void payments(
      OrderFigures orders, List<PaymentTotals> payments, List<PaymentLedgerTotals> ledger) {
    long completed = 0;
    Sums completedSum = new Sums();
    for (PaymentTotals totals : payments) {
      if (totals.status() == PaymentStatus.COMPLETED) {
        completed += totals.payments();
        completedSum.add(totals.amount());
      }
    }
    add("paid orders / completed payments", orders.paid, completed);
    add("paid sum: orders / payments", orders.paidSum, completedSum);
    Sums charged = new Sums();
    ledger.forEach(totals -> charged.add(totals.charged()));
    long charges = ledger.stream().mapToLong(PaymentLedgerTotals::charges).sum();
    add("completed payments / charges in the ledger", completed, charges);
    add("completed sum: payments / ledger", completedSum, charged);
  }

  void toss(List<PaymentLedgerTotals> ledger, PartnerBooks.Figures toss) {
    Sums charged = new Sums();
    long charges = 0;
    for (PaymentLedgerTotals totals : ledger) {
      if (totals.provider().equals("toss-payments")) {
        charges += totals.charges();
        charged.add(totals.charged());
      }
    }
    add("charges: ledger / Toss Payments", charges, toss.count("confirmed"));
    add("charged sum: ledger / Toss Payments", charged, toss.sum("confirmed"));
  }

  void warehouse(OrderFigures orders, FulfilmentTotals shipped, PartnerBooks.Figures wms) {
    add("orders asked to ship / WMS", orders.orders(OrderFigures.ASKED), wms.count("accepted"));
    add("pieces asked to ship / WMS", orders.pieces(OrderFigures.ASKED), wms.count("units"));
    add("shipments / shipped by WMS", shipped.shipments(), wms.count("shipped"));
    add("shipped orders / shipments", orders.orders(SHIPPED), shipped.shipments());
  }

  void carrier(OrderFigures orders, FulfilmentTotals shipped, PartnerBooks.Figures carrier) {
    add("shipments / waybills at SweetTracker", shipped.shipments(), carrier.count("registered"));
    add("parcels delivered / SweetTracker", shipped.delivered(), carrier.count("delivered"));
    add(
        "delivered orders / parcels delivered",
        orders.orders(OrderFigures.DELIVERED),
        shipped.delivered());
  }

  /** What our own books say of deliveries, where nobody lets us look into the other side's. */
  void deliveries(OrderFigures orders, long mailsHandedOver, long dead) {
    add("paid orders with an address / mails handed over", orders.mailed, mailsHandedOver);
    add("dead letters among our deliveries", 0, dead);
  }

  void mails(OrderFigures orders, long received) {
    add("paid orders with an address / mails received", orders.mailed, received);
  }

  void export(OrderFigures orders, long files, DroppedFiles found) {
    add("paid before the last export and in no file", 0, orders.unexported);
    add("files: exported / read back whole", files, found.wholeFiles);
    add("files: exported / on the server", files, found.files);
    add("orders in files: exported / read back", orders.exported, found.orders());
    add("rows in files: exported / read back", orders.exportedRows, found.rows);
    add("sum of files: exported / read back", orders.exportedSum, found.sum);
  }

  private void add(String name, Object ours, Object theirs) {
    checks.add(Check.of(name, ours, theirs));
  }
}
