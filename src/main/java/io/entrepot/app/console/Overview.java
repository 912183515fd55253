package io.entrepot.app.console;

import io.entrepot.app.imports.Imports;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.partner.PartnersApi;
import io.entrepot.core.payment.PaymentQueries;
import io.entrepot.core.payment.PaymentStatus;
import io.entrepot.core.payment.PaymentTotals;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that the overview shows, read at most once a second. */
@Component
final class Overview implements LiveTopic {
  private final OrderFigures orders;
  private final MessageFigures messages;
  private final PaymentQueries payments;
  private final Imports imports;
  private final PartnersApi partners;
  private final Pace orderPace;
  private final Pace messagePace;
  private final Glance<Figures> glance;

  Overview(
      OrderFigures orders,
      MessageFigures messages,
      PaymentQueries payments,
      Imports imports,
      PartnersApi partners,
      Clock clock) {
    this.orders = orders;
    this.messages = messages;
    this.payments = payments;
    this.imports = imports;
    this.partners = partners;
    this.orderPace = new Pace(clock);
    this.messagePace = new Pace(clock);
    this.glance = new Glance<>(this::read, clock);
  }

  record Figures(
      OrderFigures.Counts orders,
      MessageFigures.Counts messages,
      OptionalLong ordersPerMinute,
      OptionalLong messagesPerMinute,
      String orderLine,
      String messageLine,
      List<PaymentTotals> payments,
      List<ImportRow> imports,
      List<Need> needs,
      List<PartnerCard> partners) {}

  Figures now() {
    return glance.now();
  }

  @Override
  public String name() {
    return "overview";
  }

  @Override
  public Object state(@Nullable UUID id) {
    return now();
  }

  private Figures read() {
    var placed = orders.now();
    var stored = messages.now();
    var paid = payments.totals();
    orderPace.read(placed.all());
    messagePace.read(stored.of(null));
    return new Figures(
        placed,
        stored,
        orderPace.perMinute(),
        messagePace.perMinute(),
        orderPace.line(),
        messagePace.line(),
        paid,
        imports.latest(ImportsPage.ROWS).stream()
            .filter(run -> !run.finished())
            .map(ImportRow::new)
            .toList(),
        needs(stored, paid),
        partners.list().stream().map(partner -> PartnerCard.of(partner, stored)).toList());
  }

  private static List<Need> needs(MessageFigures.Counts messages, List<PaymentTotals> payments) {
    var needs = new ArrayList<Need>();
    for (var partner : messages.partners()) {
      long dead = messages.sum(null, MessageStatus.DEAD, partner);
      if (dead > 0) {
        var link = "/console/messages?status=DEAD&partner=" + partner;
        needs.add(new Need("fail", "need.dead", "need.dead.help", dead, partner, link));
      }
    }
    payments.stream()
        .filter(total -> total.status() == PaymentStatus.UNKNOWN)
        .map(
            total ->
                new Need(
                    "unknown",
                    "need.unknown",
                    "need.unknown.help",
                    total.payments(),
                    total.provider(),
                    "/console/orders?status=PAYMENT_PROCESSING"))
        .forEach(needs::add);
    return List.copyOf(needs);
  }
}
