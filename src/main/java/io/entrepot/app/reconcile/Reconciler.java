package io.entrepot.app.reconcile;

import static io.entrepot.app.message.MessageStatus.DEAD;
import static io.entrepot.app.message.MessageStatus.DONE;

import io.entrepot.app.embedded.MailFolder;
import io.entrepot.app.export.ExportedOrders;
import io.entrepot.app.export.RemoteFolder;
import io.entrepot.app.message.Direction;
import io.entrepot.app.message.MessageCount;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.node.NodeSettings;
import io.entrepot.core.fulfilment.FulfilmentQueries;
import io.entrepot.core.fulfilment.FulfilmentTotals;
import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.payment.PaymentLedgerTotals;
import io.entrepot.core.payment.PaymentQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Asks everybody and compares. While orders are on their way the sides may well differ. */
@Service
public final class Reconciler {
  private static final String FEED = "erp-orders";
  private static final String FOLDER = "erp";
  private static final Predicate<String> MAIL = "mail"::equals;

  private final OrderQueries orders;
  private final InventoryQueries stock;
  private final PaymentQueries payments;
  private final FulfilmentQueries shipments;
  private final ExportedOrders exported;
  private final RemoteFolder.Server server;
  private final PartnerBooks partners;
  private final MessageStore messages;
  private final Path mails;
  private final ReconciliationStore store;
  private final Clock clock;

  Reconciler(
      OrderQueries orders,
      InventoryQueries stock,
      PaymentQueries payments,
      FulfilmentQueries shipments,
      ExportedOrders exported,
      RemoteFolder.Server server,
      PartnerBooks partners,
      MessageStore messages,
      NodeSettings settings,
      ReconciliationStore store,
      Clock clock) {
    this.orders = orders;
    this.stock = stock;
    this.payments = payments;
    this.shipments = shipments;
    this.exported = exported;
    this.server = server;
    this.partners = partners;
    this.messages = messages;
    this.mails = settings.data().resolve("mail");
    this.store = store;
    this.clock = clock;
  }

  /**
   * Compares and keeps the outcome.
   *
   * @throws IOException when a partner or the file server cannot be asked
   */
  public Reconciliation run() throws IOException, InterruptedException {
    Reconciliation outcome = compare();
    store.add(outcome);
    return outcome;
  }

  /** Compares without keeping the outcome. */
  public Reconciliation compare() throws IOException, InterruptedException {
    OrderFigures figures =
        OrderFigures.of(orders, exported.of(FEED), exported.until(FEED), clock.instant());
    FulfilmentTotals shipped = shipments.totals();
    List<PaymentLedgerTotals> ledger = payments.ledgerTotals();
    Checks checks = new Checks();
    checks.stock(figures, stock.totals(), shipped, stock.check().size());
    checks.payments(figures, payments.totals(), ledger);
    if (partners.readable()) {
      checks.toss(ledger, partners.of("toss-payments"));
      checks.warehouse(figures, shipped, partners.of("wms"));
      checks.carrier(figures, shipped, partners.of("sweettracker"));
    }
    List<MessageCount> sent = messages.counts().stream().filter(Reconciler::isDelivery).toList();
    checks.deliveries(figures, count(sent, MAIL, DONE), count(sent, partner -> true, DEAD));
    long received = received();
    // Without a sink of our own the mails are where nobody lets us look.
    if (Files.isDirectory(mails)) {
      checks.mails(figures, received);
    }
    DroppedFiles files = files();
    checks.export(figures, exported.files(FEED), files);
    return new Reconciliation(
        TimeOrderedId.next(clock), clock.instant(), checks.all(), files.found(received));
  }

  /** A mail that was sent again after a lost answer has the same id: the buyer got it once. */
  private long received() throws IOException {
    return new MailFolder(mails)
        .latest(Integer.MAX_VALUE).stream().map(MailFolder.Mail::messageId).distinct().count();
  }

  private static boolean isDelivery(MessageCount messages) {
    return messages.direction() == Direction.OUT;
  }

  private static long count(
      List<MessageCount> counts, Predicate<String> partner, MessageStatus in) {
    return counts.stream()
        .filter(count -> partner.test(count.partner()) && count.status() == in)
        .mapToLong(MessageCount::count)
        .sum();
  }

  private DroppedFiles files() throws IOException {
    try (RemoteFolder folder = server.open(FOLDER)) {
      return DroppedFiles.read(folder, FEED);
    }
  }
}
