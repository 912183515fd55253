package io.entrepot.app.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.app.mapping.MappingException;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderView;
import io.entrepot.core.order.PlaceOrder;
import io.entrepot.core.order.PlaceOrderHandler;
import io.entrepot.core.order.PlaceOrderResult;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes orders of rows and places them, one by one, outside any transaction of ours. */
@Component
final class OrderPlacing {
  private final PlaceOrderHandler handler;
  private final OrderQueries orders;
  private final ImportRows rows;

  OrderPlacing(PlaceOrderHandler handler, OrderQueries orders, ImportRows rows) {
    this.handler = handler;
    this.orders = orders;
    this.rows = rows;
  }

  OrderOutcome place(ImportRun run, FileMapping mapping, StagedOrder order) {
    if (order.rows().isEmpty()) {
      return OrderOutcome.failed(order, "all its rows were rejected", 0);
    }
    PlaceOrder command;
    try {
      command = command(run, mapping, order);
    } catch (MappingException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      int rejected = rows.reject(run.batchId(), order.rows(), "the order as a whole: " + reason);
      return OrderOutcome.failed(order, reason, rejected);
    }
    return outcome(run, order, handler.handle(command));
  }

  private static PlaceOrder command(ImportRun run, FileMapping mapping, StagedOrder order) {
    List<ObjectNode> source =
        order.rows().stream()
            .map(row -> FileMapping.row(row.number(), run.header(), row.content().values()))
            .toList();
    JsonNode document = mapping.orders().apply(mapping.source().document(source)).document();
    return OrderDocument.read(document, order.supplement(), run.batchId());
  }

  private OrderOutcome outcome(ImportRun run, StagedOrder order, PlaceOrderResult result) {
    if (result instanceof PlaceOrderResult.Placed placed) {
      return OrderOutcome.placed(order, placed.orderId());
    }
    if (result instanceof PlaceOrderResult.Refused refused) {
      return OrderOutcome.refused(order, refused.code().name(), refused.detail());
    }
    UUID orderId = ((PlaceOrderResult.AlreadyPlaced) result).orderId();
    return placedByThis(run, orderId)
        ? OrderOutcome.placed(order, orderId)
        : OrderOutcome.known(order, orderId);
  }

  /** After a crash the core knows orders whose outcome we had not yet written down. */
  private boolean placedByThis(ImportRun run, UUID orderId) {
    Optional<UUID> batch = orders.find(orderId).map(OrderView::batchId);
    return batch.equals(Optional.of(run.batchId()));
  }
}
