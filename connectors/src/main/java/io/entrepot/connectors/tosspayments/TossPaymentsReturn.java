package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Trust;
import io.entrepot.connectors.spi.Verified;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The browser that comes back from the window, to {@code successUrl?paymentType&orderId&paymentKey
 * &amount} or {@code failUrl?code&message&orderId}. Anyone can call this address: only what Toss
 * answers to the confirmation counts.
 */
final class TossPaymentsReturn implements NoticeEndpoint {
  private static final List<String> FIELDS =
      List.of("paymentType", "orderId", "paymentKey", "amount", "code", "message");
  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{6,64}");
  private static final int FIELD_LENGTH_MAX = 200;

  @Override
  public Trust trust() {
    return Trust.MUST_ASK;
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET");
  }

  @Override
  public Verified verify(RawNotice raw) throws NoticeRefused {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String field : FIELDS) {
      raw.query(field).ifPresent(value -> body.put(field, shortened(value)));
    }
    String orderId = body.path("orderId").asText();
    String detail = body.path("paymentKey").asText(body.path("code").asText());
    if (!ORDER_ID.matcher(orderId).matches() || detail.isBlank()) {
      throw new NoticeRefused(
          NoticeRefused.Reason.UNREADABLE, "orderId and paymentKey (or code) must be given");
    }
    return new Verified(body, orderId + ":" + detail);
  }

  private static String shortened(String value) {
    return value.length() <= FIELD_LENGTH_MAX ? value : value.substring(0, FIELD_LENGTH_MAX);
  }

  @Override
  public Answer answer() {
    return Answer.html(
        """
        <!doctype html>
        <html lang="ko"><meta charset="utf-8"><title>결제 확인 중 · Checking the payment</title>
        <p>결제를 확인하고 있습니다. 이 창을 닫으셔도 됩니다.</p>
        <p lang="en">We are checking your payment. You may close this window.</p></html>
        """);
  }
}
