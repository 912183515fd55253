package io.entrepot.connectors.sweettracker;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerException;
import java.util.Map;

/** SweetTracker says no with status 200; its codes are not published, these were seen. */
final class SweetTrackerErrors {
  static final Map<String, ErrorClass> CLASSES =
      Map.of(
          "101", ErrorClass.OUR_BUG, // the key
          "104", ErrorClass.CLIENT_ERROR, // no such number, or not registered yet
          "105", ErrorClass.RATE_LIMITED, // the day's quota
          "106", ErrorClass.RATE_LIMITED);

  private SweetTrackerErrors() {}

  /** Of a question: {@code {"status": false, "code", "msg"}} is an error. */
  static PartnerAnswer found(HttpAnswer answer) throws PartnerException {
    PartnerAnswer read = answer.orThrow();
    JsonNode body = read.body();
    if (body.has("status") && !body.path("status").asBoolean()) {
      String code = body.path("code").asText("none");
      throw new PartnerException(
          CLASSES.getOrDefault(code, ErrorClass.UNKNOWN_OUTCOME),
          code,
          answer.call() + ": SweetTracker says no, code " + code);
    }
    return read;
  }

  /** Of a registration: anything but {@code {"code": true}} is an error. */
  static PartnerAnswer registered(HttpAnswer answer) throws PartnerException {
    PartnerAnswer read = found(answer);
    if (!read.body().path("code").asBoolean(false)) {
      throw new PartnerException(
          ErrorClass.CLIENT_ERROR,
          "NOT_REGISTERED",
          answer.call() + ": SweetTracker did not register it; check carrier and number");
    }
    return read;
  }
}
