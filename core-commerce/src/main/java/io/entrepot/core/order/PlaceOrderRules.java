package io.entrepot.core.order;

import static io.entrepot.core.order.PlaceOrderRefusal.AMOUNT_OUT_OF_RANGE;
import static io.entrepot.core.order.PlaceOrderRefusal.CURRENCY_MISMATCH;
import static io.entrepot.core.order.PlaceOrderRefusal.NO_LINES;
import static io.entrepot.core.order.PlaceOrderRefusal.TOO_MANY_LINES;
import static io.entrepot.core.order.PlaceOrderRefusal.UNKNOWN_SKU;

import io.entrepot.core.money.Money;
import io.entrepot.core.order.PlaceOrderResult.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an order must fulfil before stock is asked. */
final class PlaceOrderRules {
  // A refusal is read by people: the first few tell what is wrong, the rest would bury it.
  private static final int NAMED_AT_MOST = 10;

  private final OrderTerms terms;

  PlaceOrderRules(OrderTerms terms) {
    this.terms = terms;
  }

  /** Empty when the order may be placed as far as can be told without asking anybody. */
  Optional<Refused> objection(PlaceOrder command) {
    if (command.lines().isEmpty()) {
      return refused(NO_LINES, "the order has no line of goods; add one");
    }
    if (command.lines().size() > terms.linesAtMost()) {
      return refused(
          TOO_MANY_LINES,
          "the order has %d lines; split it into orders of at most %d"
              .formatted(command.lines().size(), terms.linesAtMost()));
    }
    return currencyObjection(command).or(() -> amountObjection(command));
  }

  static Optional<Refused> skuObjection(PlaceOrder command, Collection<String> known) {
    List<String> unknown =
        command.lines().stream()
            .map(OrderLine::skuCode)
            .filter(code -> !known.contains(code))
            .distinct()
            .toList();
    return unknown.isEmpty()
        ? Optional.empty()
        : refused(UNKNOWN_SKU, "no such SKU: " + named(unknown));
  }

  static String named(List<String> things) {
    String first = String.join(", ", things.subList(0, Math.min(NAMED_AT_MOST, things.size())));
    int more = things.size() - NAMED_AT_MOST;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private Optional<Refused> currencyObjection(PlaceOrder command) {
    return amounts(command)
        .filter(amount -> !amount.currency().equals(command.currency()))
        .findFirst()
        .flatMap(
            amount ->
                refused(
                    CURRENCY_MISMATCH,
                    "the order is in %s, an amount in it is %s; convert it first"
                        .formatted(command.currency(), amount)));
  }

  private Optional<Refused> amountObjection(PlaceOrder command) {
    try {
      return terms
          .limits()
          .objection(OrderAmounts.of(command).total())
          .flatMap(detail -> refused(AMOUNT_OUT_OF_RANGE, detail));
    } catch (ArithmeticException e) {
      return refused(AMOUNT_OUT_OF_RANGE, "the amounts add up to more than can be counted");
    }
  }

  private static Stream<Money> amounts(PlaceOrder command) {
    return Stream.concat(
        command.lines().stream().map(OrderLine::unitPrice),
        command.charges().stream().map(Charge::amount));
  }

  private static Optional<Refused> refused(PlaceOrderRefusal code, String detail) {
    return Optional.of(new Refused(code, detail));
  }
}
