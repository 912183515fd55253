package io.entrepot.app.console;

import io.entrepot.app.message.MessageStore;
import io.entrepot.core.fulfilment.FulfilmentQueries;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderView;
import io.entrepot.core.payment.PaymentQueries;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One order across all systems. */
@Controller
final class OrderPage implements LiveTopic {
  private final OrderQueries orders;
  private final PaymentQueries payments;
  private final FulfilmentQueries shipments;
  private final InventoryQueries stock;
  private final MessageStore messages;

  OrderPage(
      OrderQueries orders,
      PaymentQueries payments,
      FulfilmentQueries shipments,
      InventoryQueries stock,
      MessageStore messages) {
    this.orders = orders;
    this.payments = payments;
    this.shipments = shipments;
    this.stock = stock;
    this.messages = messages;
  }

  @GetMapping("/console/orders/{id}")
  String one(@PathVariable UUID id, Model model) {
    var order =
        orders.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var paid = payments.byOrder(id);
    var shipped = shipments.byOrder(id);
    var letters = messages.byCorrelation(order.correlationId());
    model.addAttribute("order", order);
    model.addAttribute("pill", OrderPills.of(order.status()));
    model.addAttribute("stages", OrderStages.of(order, paid, shipped, letters));
    model.addAttribute("steps", OrderStep.of(orders.history(id), letters));
    model.addAttribute("payments", paid);
    model.addAttribute("shipments", shipped);
    model.addAttribute("ledger", stock.ledgerOfLock(order.lockId()));
    model.addAttribute("person", Person.of(order));
    return "console/order";
  }

  @Override
  public String name() {
    return "order";
  }

  @Override
  public boolean ofOne() {
    return true;
  }

  @Override
  public Object state(@Nullable UUID id) {
    var order = Objects.requireNonNull(id);
    return List.of(orders.history(order), messages.byCorrelation(order), shipments.byOrder(order));
  }

  /** The buyer, masked. */
  record Person(String name, String mail, String phone, String place) {
    static Person of(OrderView order) {
      var to = order.shipTo();
      var place =
          Stream.of(to.country(), to.region(), to.city(), to.postcode())
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" "));
      return new Person(
          Masked.name(order.buyer().name()),
          Masked.mail(order.buyer().email()),
          Masked.phone(order.buyer().phone()),
          place);
    }
  }
}
