package io.entrepot.core.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Race;
import io.entrepot.core.Shop;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.inventory.StockLevel;
import io.entrepot.core.order.OrderHistoryEntry;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderStepRefusal;
import io.entrepot.core.order.OrderStepResult;
import io.entrepot.core.order.OrderStepResult.Done;
import io.entrepot.core.order.OrderStepResult.Refused;
import io.entrepot.core.order.OrderStepResult.Repeated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class ShipmentTest {
  private static final Shop shop = new Shop();
  private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
  private static int parcels;

  private final String sku = shop.product(5);
  private final UUID order = shop.paid(sku, 2);
  private final String waybill = "6000" + ++parcels;

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void booksAgree() {
    assertThat(shop.get(InventoryQueries.class).check()).isEmpty();
  }

  @Test
  void aShippedOrderIsGoneFromTheShelfAndTold() {
    shop.markProcessing(order);

    assertThat(shop.ship(order, waybill)).isEqualTo(new Done(OrderStatus.SHIPPED));

    assertThat(shop.level(sku)).isEqualTo(new StockLevel(sku, "main", 3, 0, 0, 0));
    OrderShipped event = (OrderShipped) shop.outbox.of(order).get(4);
    assertThat(event.lines()).containsExactly(new ShippedLine(1, sku, 2));
    assertThat(event.waybill()).isEqualTo(waybill);
  }

  @Test
  void aNoticeThatComesBeforeProcessingWasNotedTakesBothSteps() {
    shop.ship(order, waybill);

    assertThat(shop.get(OrderQueries.class).history(order))
        .extracting(OrderHistoryEntry::after)
        .endsWith(OrderStatus.PROCESSING, OrderStatus.SHIPPED);
    assertThat(shop.markProcessing(order)).isEqualTo(new Repeated(OrderStatus.SHIPPED));
  }

  @Test
  void theSameNoticeTwiceEvenAtOnceShipsOnce() throws Exception {
    List<OrderStepResult> results =
        Race.of(List.of(() -> shop.ship(order, waybill), () -> shop.ship(order, waybill)));

    assertThat(results)
        .containsExactlyInAnyOrder(
            new Done(OrderStatus.SHIPPED), new Repeated(OrderStatus.SHIPPED));
    assertThat(shop.level(sku).onHand()).isEqualTo(3);
    assertThat(shop.get(FulfilmentQueries.class).byOrder(order)).hasSize(1);
  }

  @Test
  void anUnpaidOrCancelledOrderIsNotShippedAndItsStockStays() {
    UUID unpaid = shop.placed(sku, 1).orderId();

    OrderStepResult result = shop.ship(unpaid, waybill);

    assertThat(((Refused) result).code()).isEqualTo(OrderStepRefusal.ILLEGAL_STEP);
    assertThat(((Refused) result).detail()).contains("is PENDING and cannot become SHIPPED");
    shop.cancel(unpaid);
    assertThat(shop.ship(unpaid, waybill)).isInstanceOf(Refused.class);
    assertThat(shop.level(sku).onHand()).isEqualTo(5);
  }

  @Test
  void aSecondParcelForAnOrderThatHasLeftIsRefused() {
    shop.ship(order, waybill);

    assertThat(((Refused) shop.ship(order, waybill + "-2")).detail())
        .contains("is SHIPPED and cannot become SHIPPED");
  }

  @Test
  void aParcelOfAnotherOrderIsRefusedByNumberAndByWaybill() {
    shop.ship(order, waybill);
    UUID other = shop.paid(shop.product(1), 1);

    assertThat(((Refused) shop.ship(other, waybill)).code())
        .isEqualTo(OrderStepRefusal.SHIPMENT_OF_ANOTHER_ORDER);
    assertThat(
            ((Refused) shop.ship(new ShipOrder(other, "04", waybill, NOON, "another id"))).detail())
        .contains("belongs to order " + order);
    assertThat(shop.statusOf(other)).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void deliveredByTheCarrierDeliversTheOrderOnce() {
    shop.ship(order, waybill);
    RecordTracking notice = notice(TrackingState.DELIVERED, NOON);

    assertThat(shop.track(notice)).isEqualTo(new Done(OrderStatus.DELIVERED));
    assertThat(shop.track(notice)).isEqualTo(new Repeated(OrderStatus.DELIVERED));

    assertThat(shop.outbox.namesOf(order)).endsWith("order.shipped", "order.delivered");
    assertThat(shipment().deliveredAt()).isEqualTo(NOON);
  }

  @Test
  void noticesOutOfOrderAreSortedByTheCarriersTime() {
    shop.ship(order, waybill);

    shop.track(notice(TrackingState.DELIVERED, NOON));
    shop.track(notice(TrackingState.IN_TRANSIT, NOON.minusSeconds(60)));

    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.DELIVERED);
    assertThat(shipment().state()).isEqualTo(TrackingState.DELIVERED);
    assertThat(shipment().tracking())
        .extracting(ShipmentView.Tracking::state)
        .containsExactly(TrackingState.IN_TRANSIT, TrackingState.DELIVERED);
  }

  @Test
  void anUnknownWaybillIsNamed() {
    assertThat(((Refused) shop.track(notice(TrackingState.IN_TRANSIT, NOON))).detail())
        .contains("no shipment has waybill 04 " + waybill);
  }

  @Test
  void theDatabaseRefusesTheSameParcelTwiceAndNothingInIt() {
    shop.ship(order, waybill);

    for (String bad :
        new String[] {
          "INSERT INTO fulfilment.shipment SELECT gen_random_uuid(), order_id, external_id,"
              + " carrier, 'other', shipped_at FROM fulfilment.shipment",
          "INSERT INTO fulfilment.shipment SELECT gen_random_uuid(), order_id, 'other',"
              + " carrier, waybill, shipped_at FROM fulfilment.shipment",
          "UPDATE fulfilment.shipment_line SET quantity = 0",
          "UPDATE fulfilment.shipment SET state = 'LOST', state_at = now()"
        }) {
      assertThatThrownBy(() -> shop.sql.update(bad))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  private ShipmentView shipment() {
    return shop.get(FulfilmentQueries.class).byWaybill("04", waybill).orElseThrow();
  }

  private RecordTracking notice(TrackingState state, Instant at) {
    return new RecordTracking("04", waybill, state, at, "배송");
  }
}
