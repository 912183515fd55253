package io.entrepot.core.order;

import io.entrepot.core.catalog.Catalog;
import io.entrepot.core.catalog.Sku;
import io.entrepot.core.commit.GroupWork;
import io.entrepot.core.inventory.Reservations;
import io.entrepot.core.order.PlaceOrderResult.AlreadyPlaced;
import io.entrepot.core.order.PlaceOrderResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Refuses a crowd that comes for what is gone, without a lock and without making its orders ready.
 * The stock is read after each of them came, so that every refusal was true at that moment; empty
 * for those that may be had.
 */
final class SoldOutCheck implements GroupWork<PlaceOrder, Optional<PlaceOrderResult>> {
  private final Orders orders;
  private final Catalog catalog;
  private final Reservations reservations;

  SoldOutCheck(Orders orders, Catalog catalog, Reservations reservations) {
    this.orders = orders;
    this.catalog = catalog;
    this.reservations = reservations;
  }

  @Override
  public List<Optional<PlaceOrderResult>> decide(List<PlaceOrder> wishes) {
    Map<String, Sku> skus = skus(wishes);
    Map<Long, Integer> available =
        reservations.available(skus.values().stream().map(Sku::skuId).toList());
    List<Optional<Refused>> refusals =
        wishes.stream().map(wish -> refusal(wish, skus, available)).toList();
    Map<OrderReference, UUID> known = known(wishes, refusals);
    List<Optional<PlaceOrderResult>> results = new ArrayList<>(wishes.size());
    for (int i = 0; i < wishes.size(); i++) {
      UUID placed = known.get(wishes.get(i).key());
      results.add(
          placed == null
              ? refusals.get(i).<PlaceOrderResult>map(refused -> refused)
              : Optional.of(new AlreadyPlaced(placed)));
    }
    return results;
  }

  /** Nothing is written, so nothing need be known. */
  @Override
  public List<Optional<Optional<PlaceOrderResult>>> known(List<PlaceOrder> wishes) {
    return wishes.stream().map(wish -> Optional.<Optional<PlaceOrderResult>>empty()).toList();
  }

  private Map<OrderReference, UUID> known(
      List<PlaceOrder> wishes, List<Optional<Refused>> refusals) {
    List<OrderReference> refused = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      if (refusals.get(i).isPresent()) {
        refused.add(wishes.get(i).key());
      }
    }
    return refused.isEmpty() ? Map.of() : orders.known(refused);
  }

  /** An unknown SKU is the engine's to refuse. */
  private static Optional<Refused> refusal(
      PlaceOrder wish, Map<String, Sku> skus, Map<Long, Integer> available) {
    if (PlaceOrderRules.skuObjection(wish, skus.keySet()).isPresent()) {
      return Optional.empty();
    }
    return Shortages.refusal(OrderGroup.lines(wish, skus), available);
  }

  private Map<String, Sku> skus(List<PlaceOrder> wishes) {
    TreeSet<String> codes = new TreeSet<>();
    wishes.forEach(wish -> wish.lines().forEach(line -> codes.add(line.skuCode())));
    return catalog.findByCodes(codes);
  }
}
