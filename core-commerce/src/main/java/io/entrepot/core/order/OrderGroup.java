package io.entrepot.core.order;

import io.entrepot.core.catalog.Sku;
import io.entrepot.core.inventory.LockedStock;
import io.entrepot.core.inventory.ReserveResult;
import io.entrepot.core.inventory.ReserveResult.TooLittle;
import io.entrepot.core.order.PlaceOrderResult.AlreadyPlaced;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import io.entrepot.core.order.PlaceOrderResult.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Drafts of one transaction, judged one after another against the stock that it holds. */
final class OrderGroup {
  private final Map<String, Sku> skus;
  private final LockedStock stock;
  private final List<AcceptedOrder> accepted = new ArrayList<>();
  private final Map<OrderReference, UUID> placedHere = new HashMap<>();

  /**
   * @param skus by code; a code without entry is unknown
   */
  OrderGroup(Map<String, Sku> skus, LockedStock stock) {
    this.skus = skus;
    this.stock = stock;
  }

  PlaceOrderResult judge(OrderDraft draft) {
    UUID twin = placedHere.get(draft.reference());
    if (twin != null) {
      return new AlreadyPlaced(twin);
    }
    Optional<Refused> unknown = PlaceOrderRules.skuObjection(draft.wish(), skus.keySet());
    return unknown.isPresent() ? unknown.get() : reserve(draft);
  }

  List<AcceptedOrder> accepted() {
    return accepted;
  }

  private PlaceOrderResult reserve(OrderDraft draft) {
    List<PlacedLine> lines = lines(draft.wish(), skus);
    ReserveResult reserved =
        stock.reserve(draft.lockId(), Shortages.pieces(lines), draft.expiresAt());
    if (reserved instanceof TooLittle little) {
      return Shortages.refused(little.shortages(), lines);
    }
    accepted.add(new AcceptedOrder(draft, lines));
    placedHere.put(draft.reference(), draft.orderId());
    return new Placed(draft.orderId(), draft.lockId(), draft.placed().correlationId());
  }

  /** As the catalogue names them; all of its SKUs known. */
  static List<PlacedLine> lines(PlaceOrder wish, Map<String, Sku> skus) {
    List<PlacedLine> lines = new ArrayList<>(wish.lines().size());
    for (OrderLine line : wish.lines()) {
      Sku sku = Objects.requireNonNull(skus.get(line.skuCode()));
      lines.add(
          new PlacedLine(
              lines.size() + 1,
              sku.skuId(),
              sku.code(),
              sku.name(),
              line.quantity(),
              line.unitPrice(),
              line.amount()));
    }
    return lines;
  }
}
