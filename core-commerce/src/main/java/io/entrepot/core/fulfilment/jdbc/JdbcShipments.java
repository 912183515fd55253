package io.entrepot.core.fulfilment.jdbc;

import io.entrepot.core.fulfilment.RecordTracking;
import io.entrepot.core.fulfilment.Shipment;
import io.entrepot.core.fulfilment.Shipments;
import io.entrepot.core.fulfilment.ShippedLine;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlText;
import io.entrepot.core.jdbc.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcShipments implements Shipments {
  private static final String SELECT =
      """
      SELECT shipment_id, order_id, external_id, carrier, waybill, shipped_at
        FROM fulfilment.shipment
      """;

  private static final String ADD =
      """
      INSERT INTO fulfilment.shipment
             (shipment_id, order_id, external_id, carrier, waybill, shipped_at)
      VALUES (:id, :order, :external, :carrier, :waybill, :shippedAt)
      """;

  private static final String ADD_LINES =
      """
      INSERT INTO fulfilment.shipment_line (shipment_id, line_no, sku, quantity)
      SELECT :id, line_no, sku, quantity
        FROM unnest(:numbers::int[], :skus::text[], :quantities::int[])
             AS new (line_no, sku, quantity)
      """;

  private static final String NOTE =
      """
      INSERT INTO fulfilment.tracking (shipment_id, at, state, detail, recorded_at)
      VALUES (:id, :at, :state, :detail, :now)
      ON CONFLICT DO NOTHING
      """;

  private static final String TURN =
      """
      UPDATE fulfilment.shipment SET state = :state, state_at = :at
       WHERE shipment_id = :id AND (state_at IS NULL OR state_at <= :at)
      """;

  private static final String DELIVER =
      """
      UPDATE fulfilment.shipment SET delivered_at = :at
       WHERE shipment_id = :id AND :state = 'DELIVERED' AND delivered_at IS NULL
      """;

  private final JdbcClient jdbc;

  JdbcShipments(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<Shipment> findByExternalId(String externalId) {
    return jdbc.sql(SELECT + "WHERE external_id = :external")
        .param("external", externalId)
        .query(JdbcShipments::shipment)
        .optional();
  }

  @Override
  public Optional<Shipment> findByWaybill(String carrier, String waybill) {
    return jdbc.sql(SELECT + "WHERE carrier = :carrier AND waybill = :waybill")
        .param("carrier", carrier)
        .param("waybill", waybill)
        .query(JdbcShipments::shipment)
        .optional();
  }

  @Override
  public void add(Shipment shipment, List<ShippedLine> lines) {
    jdbc.sql(ADD)
        .param("id", shipment.shipmentId())
        .param("order", shipment.orderId())
        .param("external", shipment.externalId())
        .param("carrier", shipment.carrier())
        .param("waybill", shipment.waybill())
        .param("shippedAt", SqlTime.of(shipment.shippedAt()))
        .update();
    jdbc.sql(ADD_LINES)
        .param("id", shipment.shipmentId())
        .param("numbers", SqlArrays.ints(lines, ShippedLine::lineNo))
        .param("skus", SqlArrays.texts(lines, ShippedLine::sku))
        .param("quantities", SqlArrays.ints(lines, ShippedLine::quantity))
        .update();
  }

  @Override
  public boolean track(UUID shipmentId, RecordTracking notice, Instant now) {
    int noted =
        notice(NOTE, shipmentId, notice)
            .param("detail", SqlText.cutNullable(notice.detail(), 500))
            .param("now", SqlTime.of(now))
            .update();
    if (noted == 0) {
      return false;
    }
    notice(TURN, shipmentId, notice).update();
    notice(DELIVER, shipmentId, notice).update();
    return true;
  }

  private JdbcClient.StatementSpec notice(String sql, UUID shipmentId, RecordTracking notice) {
    return jdbc.sql(sql)
        .param("id", shipmentId)
        .param("state", notice.state().name())
        .param("at", SqlTime.of(notice.at()));
  }

  private static Shipment shipment(ResultSet row, int number) throws SQLException {
    return new Shipment(
        row.getObject("shipment_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getString("external_id"),
        row.getString("carrier"),
        row.getString("waybill"),
        SqlTime.read(row, "shipped_at"));
  }
}
