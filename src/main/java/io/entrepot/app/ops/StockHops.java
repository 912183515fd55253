package io.entrepot.app.ops;

import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.inventory.LedgerEntry;
import io.entrepot.core.inventory.Quantities;
import io.entrepot.core.order.OrderView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One hop for each movement of the whole order: an order of fifty lines is reserved once. */
@Component
final class StockHops implements HopSource {
  private static final int SKUS_SHOWN_MAX = 5;

  private final InventoryQueries inventory;

  StockHops(InventoryQueries inventory) {
    this.inventory = inventory;
  }

  private record Movement(Instant at, String reason) {}

  @Override
  public List<Hop> hops(OrderView order) {
    Map<Movement, List<LedgerEntry>> movements =
        inventory.ledgerOfLock(order.lockId()).stream()
            .collect(
                Collectors.groupingBy(
                    entry -> new Movement(entry.at(), entry.reason().name()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return movements.entrySet().stream()
        .map(
            movement ->
                Hop.ofCore(
                    movement.getKey().at,
                    "stock",
                    movement.getKey().reason.toLowerCase(Locale.ROOT),
                    movement.getKey().reason,
                    detail(movement.getValue())))
        .toList();
  }

  private static String detail(List<LedgerEntry> entries) {
    String shown =
        entries.stream()
            .limit(SKUS_SHOWN_MAX)
            .map(entry -> entry.skuCode() + " " + changes(entry.delta()))
            .collect(Collectors.joining("; "));
    int more = entries.size() - SKUS_SHOWN_MAX;
    return more > 0 ? shown + "; and " + more + " more" : shown;
  }

  private static String changes(Quantities delta) {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("on hand", delta.onHand());
    named.put("reserved", delta.reserved());
    named.put("allocated", delta.allocated());
    return named.entrySet().stream()
        .filter(change -> change.getValue() != 0)
        .map(change -> "%s %+d".formatted(change.getKey(), change.getValue()))
        .collect(Collectors.joining(", "));
  }
}
