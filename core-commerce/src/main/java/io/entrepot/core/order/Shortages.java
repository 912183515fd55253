package io.entrepot.core.order;

import io.entrepot.core.inventory.ReserveResult.Shortage;
import io.entrepot.core.order.PlaceOrderResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an order's lines come to by SKU, and how it is told that there is too little. */
final class Shortages {
  private Shortages() {}

  /** By SKU id; lines of one SKU at several prices add up. */
  static Map<Long, Integer> pieces(List<PlacedLine> lines) {
    if (lines.size() == 1) {
      return Map.of(lines.get(0).skuId(), lines.get(0).quantity());
    }
    Map<Long, Integer> pieces = new TreeMap<>();
    lines.forEach(line -> pieces.merge(line.skuId(), line.quantity(), Math::addExact));
    return pieces;
  }

  /** Empty when all lines can be had. */
  static Optional<Refused> refusal(List<PlacedLine> lines, Map<Long, Integer> available) {
    List<Shortage> shortages = new ArrayList<>();
    pieces(lines)
        .forEach(
            (sku, wanted) -> {
              int there = available.getOrDefault(sku, 0);
              if (there < wanted) {
                shortages.add(new Shortage(sku, wanted, there));
              }
            });
    return shortages.isEmpty() ? Optional.empty() : Optional.of(refused(shortages, lines));
  }

  static Refused refused(List<Shortage> shortages, List<PlacedLine> lines) {
    List<String> texts = new ArrayList<>();
    for (Shortage shortage : shortages) {
      int available = Math.max(0, shortage.available());
      texts.add(
          code(shortage.skuId(), lines)
              + " wanted "
              + shortage.wanted()
              + ", available "
              + available);
    }
    return new Refused(PlaceOrderRefusal.OUT_OF_STOCK, PlaceOrderRules.named(texts));
  }

  private static String code(long skuId, List<PlacedLine> lines) {
    return lines.stream()
        .filter(line -> line.skuId() == skuId)
        .findFirst()
        .orElseThrow(() -> new AssertionError("short of what was not ordered: " + skuId))
        .sku();
  }
}
