package io.entrepot.core.order;

import io.entrepot.core.catalog.Sku;
import io.entrepot.core.inventory.LockedStock;
import io.entrepot.core.inventory.ReserveResult;
import io.entrepot.core.inventory.ReserveResult.Shortage;
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
import java.util.TreeMap;
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
    List<PlacedLine> lines = lines(draft.wish());
    ReserveResult reserved = stock.reserve(draft.lockId(), pieces(lines), draft.expiresAt());
    if (reserved instanceof TooLittle little) {
      return outOfStock(little, lines);
    }
    accepted.add(new AcceptedOrder(draft, lines));
    placedHere.put(draft.reference(), draft.orderId());
    return new Placed(draft.orderId(), draft.lockId(), draft.placed().correlationId());
  }

  private List<PlacedLine> lines(PlaceOrder wish) {
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

  /** By SKU; lines of one SKU at several prices add up. */
  private static Map<Long, Integer> pieces(List<PlacedLine> lines) {
    if (lines.size() == 1) {
      return Map.of(lines.get(0).skuId(), lines.get(0).quantity());
    }
    Map<Long, Integer> pieces = new TreeMap<>();
    lines.forEach(line -> pieces.merge(line.skuId(), line.quantity(), Math::addExact));
    return pieces;
  }

  private static Refused outOfStock(TooLittle little, List<PlacedLine> lines) {
    List<String> shortages = new ArrayList<>();
    for (Shortage shortage : little.shortages()) {
      shortages.add(
          code(shortage.skuId(), lines)
              + " wanted "
              + shortage.wanted()
              + ", available "
              + Math.max(0, shortage.available()));
    }
    return new Refused(PlaceOrderRefusal.OUT_OF_STOCK, PlaceOrderRules.named(shortages));
  }

  private static String code(long skuId, List<PlacedLine> lines) {
    return lines.stream()
        .filter(line -> line.skuId() == skuId)
        .findFirst()
        .orElseThrow(() -> new AssertionError("short of what was not ordered: " + skuId))
        .sku();
  }
}
