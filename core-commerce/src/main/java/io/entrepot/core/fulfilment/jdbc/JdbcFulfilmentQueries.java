package io.entrepot.core.fulfilment.jdbc;

import io.entrepot.core.fulfilment.FulfilmentQueries;
import io.entrepot.core.fulfilment.FulfilmentTotals;
import io.entrepot.core.fulfilment.ShipmentView;
import io.entrepot.core.fulfilment.ShippedLine;
import io.entrepot.core.fulfilment.TrackingState;
import io.entrepot.core.jdbc.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcFulfilmentQueries implements FulfilmentQueries {
  private static final String SELECT =
      """
      SELECT shipment_id, order_id, external_id, carrier, waybill, shipped_at, state, delivered_at
        FROM fulfilment.shipment
      """;

  private static final String LINES =
      """
      SELECT line_no, sku, quantity FROM fulfilment.shipment_line
       WHERE shipment_id = :id ORDER BY line_no
      """;

  private static final String TRACKING =
      """
      SELECT state, at, detail FROM fulfilment.tracking
       WHERE shipment_id = :id ORDER BY at, recorded_at
      """;

  private static final String TOTALS =
      """
      SELECT count(*) AS shipments, count(delivered_at) AS delivered,
             (SELECT coalesce(sum(quantity), 0) FROM fulfilment.shipment_line) AS pieces
        FROM fulfilment.shipment
      """;

  private final JdbcClient jdbc;

  JdbcFulfilmentQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public List<ShipmentView> byOrder(UUID orderId) {
    return jdbc.sql(SELECT + "WHERE order_id = :order ORDER BY shipment_id")
        .param("order", orderId)
        .query((row, number) -> view(row))
        .list();
  }

  @Override
  public Optional<ShipmentView> byWaybill(String carrier, String waybill) {
    return jdbc.sql(SELECT + "WHERE carrier = :carrier AND waybill = :waybill")
        .param("carrier", carrier)
        .param("waybill", waybill)
        .query((row, number) -> view(row))
        .optional();
  }

  @Override
  public FulfilmentTotals totals() {
    return jdbc.sql(TOTALS)
        .query(
            (row, number) ->
                new FulfilmentTotals(
                    row.getLong("shipments"), row.getLong("pieces"), row.getLong("delivered")))
        .single();
  }

  private ShipmentView view(ResultSet row) throws SQLException {
    UUID shipmentId = row.getObject("shipment_id", UUID.class);
    return new ShipmentView(
        shipmentId,
        row.getObject("order_id", UUID.class),
        row.getString("carrier"),
        row.getString("waybill"),
        row.getString("external_id"),
        SqlTime.read(row, "shipped_at"),
        state(row.getString("state")),
        SqlTime.readNullable(row, "delivered_at"),
        lines(shipmentId),
        tracking(shipmentId));
  }

  private List<ShippedLine> lines(UUID shipmentId) {
    return jdbc.sql(LINES)
        .param("id", shipmentId)
        .query((row, number) -> new ShippedLine(row.getInt(1), row.getString(2), row.getInt(3)))
        .list();
  }

  private List<ShipmentView.Tracking> tracking(UUID shipmentId) {
    return jdbc.sql(TRACKING)
        .param("id", shipmentId)
        .query(
            (row, number) ->
                new ShipmentView.Tracking(
                    TrackingState.valueOf(row.getString("state")),
                    SqlTime.read(row, "at"),
                    row.getString("detail")))
        .list();
  }

  private static @Nullable TrackingState state(@Nullable String name) {
    return name == null ? null : TrackingState.valueOf(name);
  }
}
