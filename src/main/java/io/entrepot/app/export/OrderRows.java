package io.entrepot.app.export;

import io.entrepot.core.money.Money;
import io.entrepot.core.order.Charge;
import io.entrepot.core.order.OrderView;
import io.entrepot.core.order.PlacedLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An order as rows of the file: one per line, then one per charge. No personal data. */
final class OrderRows {
  /** Stands in the file's name; raise it when a column changes. */
  static final int VERSION = 1;

  static final List<String> COLUMNS =
      List.of(
          "business_date",
          "confirmed_at",
          "order_id",
          "channel",
          "reference",
          "row_type",
          "line_no",
          "code",
          "name",
          "quantity",
          "unit_price",
          "amount",
          "currency",
          "order_total");
  private static final String NONE = "";

  private final ZoneId zone;
  private final FeedText text;

  OrderRows(ZoneId zone, FeedText text) {
    this.zone = zone;
    this.text = text;
  }

  List<List<String>> of(OrderView order) {
    List<List<String>> rows = new ArrayList<>();
    order.lines().forEach(line -> rows.add(row(order, line)));
    order.charges().forEach(charge -> rows.add(row(order, charge)));
    return rows;
  }

  private List<String> row(OrderView order, PlacedLine line) {
    return row(
        order,
        List.of(
            "LINE",
            String.valueOf(line.lineNo()),
            text.key("code", line.sku()),
            text.free(line.name()),
            String.valueOf(line.quantity()),
            plain(line.unitPrice()),
            plain(line.amount())));
  }

  private List<String> row(OrderView order, Charge charge) {
    return row(
        order,
        List.of(
            "CHARGE",
            NONE,
            text.key("code", charge.code()),
            NONE,
            NONE,
            NONE,
            plain(charge.amount())));
  }

  private List<String> row(OrderView order, List<String> item) {
    Instant confirmedAt = Objects.requireNonNull(order.confirmedAt(), "only confirmed orders");
    List<String> row = new ArrayList<>();
    row.add(confirmedAt.atZone(zone).toLocalDate().toString());
    row.add(
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            confirmedAt.truncatedTo(ChronoUnit.MILLIS).atZone(zone)));
    row.add(order.orderId().toString());
    row.add(text.key("channel", order.channel()));
    row.add(text.key("reference", order.reference()));
    row.addAll(item);
    row.add(order.currency().getCurrencyCode());
    row.add(plain(order.total()));
    return row;
  }

  private static String plain(Money money) {
    return money.major().toPlainString();
  }
}
