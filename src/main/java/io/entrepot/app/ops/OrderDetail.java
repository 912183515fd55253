package io.entrepot.app.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.core.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as operations see it.
 *
 * @param buyer masked
 * @param shipTo masked
 */
@JsonNaming(SnakeCaseStrategy.class)
record OrderDetail(
    UUID orderId,
    String channel,
    String reference,
    OrderStatus status,
    String total,
    List<Line> lines,
    List<Extra> charges,
    JsonNode buyer,
    JsonNode shipTo,
    @Nullable UUID batchId,
    @Nullable Instant partnerOrderDate,
    Instant placedAt,
    Instant expiresAt,
    @Nullable Instant confirmedAt,
    Instant updatedAt) {

  @JsonNaming(SnakeCaseStrategy.class)
  record Line(int lineNo, String sku, String name, int quantity, String unitPrice, String amount) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Extra(String code, String amount) {}
}
