package io.entrepot.connectors.sweettracker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.NoticeRefused.Reason;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.Trust;
import io.entrepot.connectors.spi.Verified;
import java.util.function.Supplier;

/** A parcel has moved: trusted by {@code secret_value} in the body, a form or JSON. */
final class SweetTrackerCallback implements NoticeEndpoint {
  private final Supplier<Secret> secret;

  SweetTrackerCallback(Supplier<Secret> secret) {
    this.secret = secret;
  }

  @Override
  public Trust trust() {
    return Trust.SHARED_SECRET;
  }

  @Override
  public Verified verify(RawNotice raw) throws NoticeRefused {
    ObjectNode body = CallbackBody.read(raw);
    String given = body.path("secret_value").asText();
    if (!secret.get().matches(given)) {
      throw new NoticeRefused(Reason.NOT_TRUSTED, "secret_value is missing or wrong");
    }
    body.remove("secret_value");
    String carrier = body.path("comcode").asText();
    String invoice = body.path("invoice_no").asText();
    String level = body.path("level").asText();
    if (!carrier.matches("[0-9A-Za-z]{1,10}")
        || !invoice.matches("[0-9]{6,20}")
        || !level.matches("[0-9]{1,2}")) {
      throw new NoticeRefused(
          Reason.UNREADABLE, "comcode, invoice_no (digits) and level must be given");
    }
    String time = body.path("time_trans").asText();
    return new Verified(body, String.join(":", carrier, invoice, level, shortened(time)));
  }

  private static String shortened(String time) {
    return time.length() <= 40 ? time : time.substring(0, 40);
  }

  @Override
  public Answer answer() {
    return Answer.json("{\"code\":true,\"message\":\"success\"}");
  }
}
