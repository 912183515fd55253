package io.entrepot.app.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.app.mapping.MappingException;
import io.entrepot.core.commit.CommandFailedException;
import io.entrepot.core.commit.TryLaterException;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderView;
import io.entrepot.core.order.PlaceOrder;
import io.entrepot.core.order.PlaceOrderHandler;
import io.entrepot.core.order.PlaceOrderResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes orders of rows and places them, many at a time, outside any transaction of ours. */
@Component
final class OrderPlacing {
  private static final Logger LOG = LoggerFactory.getLogger(OrderPlacing.class);

  private final PlaceOrderHandler handler;
  private final OrderQueries orders;
  private final ImportRows rows;

  OrderPlacing(PlaceOrderHandler handler, OrderQueries orders, ImportRows rows) {
    this.handler = handler;
    this.orders = orders;
    this.rows = rows;
  }

  /**
   * All of them are under way before the first answer is waited for, so that they share
   * transactions; their outcomes in the order given.
   */
  List<OrderOutcome> place(ImportRun run, FileMapping mapping, List<StagedOrder> orders) {
    List<Supplier<OrderOutcome>> outcomes = new ArrayList<>(orders.size());
    for (StagedOrder order : orders) {
      outcomes.add(begin(run, mapping, order));
    }
    return outcomes.stream().map(Supplier::get).toList();
  }

  private Supplier<OrderOutcome> begin(ImportRun run, FileMapping mapping, StagedOrder order) {
    if (order.rows().isEmpty()) {
      return () -> OrderOutcome.failed(order, "all its rows were rejected", 0);
    }
    PlaceOrder command;
    try {
      command = command(run, mapping, order);
    } catch (MappingException | IllegalArgumentException e) {
      return () -> failed(run, order, String.valueOf(e.getMessage()));
    }
    CompletableFuture<PlaceOrderResult> result = submit(command);
    return () -> {
      try {
        return outcome(run, order, result(command, result));
      } catch (CommandFailedException e) {
        // One bad order must not stop the file; what the database said is in the log.
        LOG.warn("order {} of import {} cannot be stored", order.ordinal(), run.batchId(), e);
        return failed(run, order, "the database cannot keep it");
      }
    };
  }

  private OrderOutcome failed(ImportRun run, StagedOrder order, String reason) {
    int rejected = rows.reject(run.batchId(), order.rows(), "the order as a whole: " + reason);
    return OrderOutcome.failed(order, reason, rejected);
  }

  private CompletableFuture<PlaceOrderResult> submit(PlaceOrder command) {
    try {
      return handler.submit(command);
    } catch (TryLaterException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Once more, and waiting, for what found the line too long: an import is in no hurry. */
  private PlaceOrderResult result(PlaceOrder command, CompletableFuture<PlaceOrderResult> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TryLaterException) {
        return handler.handle(command);
      }
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
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
