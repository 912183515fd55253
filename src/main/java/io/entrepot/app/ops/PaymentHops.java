package io.entrepot.app.ops;

import io.entrepot.core.order.OrderView;
import io.entrepot.core.payment.PaymentQueries;
import io.entrepot.core.payment.PaymentView;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A payment asked for, and each charge with what became of it. */
@Component
final class PaymentHops implements HopSource {
  private final PaymentQueries payments;

  PaymentHops(PaymentQueries payments) {
    this.payments = payments;
  }

  @Override
  public List<Hop> hops(OrderView order) {
    return payments.byOrder(order.orderId()).stream().flatMap(PaymentHops::hops).toList();
  }

  private static Stream<Hop> hops(PaymentView payment) {
    Hop requested =
        new Hop(
            payment.requestedAt(),
            "payment",
            payment.provider(),
            null,
            "requested",
            "PENDING",
            null,
            payment.amount().toString());
    return Stream.concat(
        Stream.of(requested),
        payment.attempts().stream().flatMap(attempt -> charge(payment, attempt)));
  }

  private static Stream<Hop> charge(PaymentView payment, PaymentView.Attempt attempt) {
    String nth = "charge " + attempt.attemptNo();
    Hop sent =
        new Hop(
            attempt.startedAt(),
            "payment",
            payment.provider(),
            null,
            nth,
            "SENT",
            null,
            payment.amount().toString());
    if (attempt.endedAt() == null) {
      return Stream.of(sent);
    }
    return Stream.of(
        sent,
        new Hop(
            attempt.endedAt(),
            "payment",
            payment.provider(),
            null,
            nth,
            attempt.outcome(),
            null,
            reason(attempt)));
  }

  private static @Nullable String reason(PaymentView.Attempt attempt) {
    if (attempt.code() == null) {
      return null;
    }
    return attempt.text() == null ? attempt.code() : attempt.code() + ": " + attempt.text();
  }
}
