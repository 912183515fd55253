package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.StatusErrors;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal means. The first that fits counts: a rule over fields, the partner's code, the
 * status.
 *
 * @param code where the partner's code stands; null if it has none
 * @param message where its words stand
 */
record ErrorRules(
    @Nullable FieldPath code,
    @Nullable FieldPath message,
    List<Rule> rules,
    Map<String, ErrorClass> codes,
    Map<Integer, ErrorClass> statuses) {
  static final ErrorRules BY_STATUS = new ErrorRules(null, null, List.of(), Map.of(), Map.of());

  private static final int MESSAGE_LENGTH_MAX = 200;

  /** Fields with their values, and what they mean together. */
  record Rule(Map<FieldPath, Set<String>> where, ErrorClass errorClass) {
    boolean fits(JsonNode body) {
      return new SuccessRule(Set.of(), where).body(body);
    }
  }

  PartnerException of(HttpAnswer answer, boolean reads) {
    JsonNode body = answer.jsonOrMissing();
    Optional<String> own = code == null ? Optional.empty() : code.textIn(body);
    ErrorClass errorClass = classOf(answer, body, own, reads);
    String words = message == null ? "" : message.textIn(body).orElse("");
    return new PartnerException(
        errorClass,
        own.orElse("HTTP_" + answer.status()),
        answer + own.map(text -> ", " + text).orElse("") + ": " + shown(words, errorClass),
        StatusErrors.retryAfter(answer));
  }

  private ErrorClass classOf(
      HttpAnswer answer, JsonNode body, Optional<String> own, boolean reads) {
    for (Rule rule : rules) {
      if (rule.fits(body)) {
        return rule.errorClass();
      }
    }
    ErrorClass byCode = own.map(codes::get).orElse(null);
    if (byCode != null) {
      return byCode;
    }
    ErrorClass byStatus = statuses.get(answer.status());
    if (byStatus != null) {
      return byStatus;
    }
    return unlisted(answer, own.isPresent(), reads);
  }

  /** A partner may add codes without asking us: whether the work was done is then unknown. */
  private ErrorClass unlisted(HttpAnswer answer, boolean hasCode, boolean reads) {
    boolean saysNothing = answer.ok() || (hasCode && !codes.isEmpty());
    if (!reads && saysNothing) {
      return ErrorClass.UNKNOWN_OUTCOME;
    }
    return answer.ok() ? ErrorClass.CLIENT_ERROR : StatusErrors.classOf(answer.status());
  }

  private static String shown(String words, ErrorClass errorClass) {
    if (words.isBlank()) {
      return "refused, " + errorClass;
    }
    String line = words.replaceAll("\\s+", " ");
    return line.length() <= MESSAGE_LENGTH_MAX ? line : line.substring(0, MESSAGE_LENGTH_MAX) + "…";
  }
}
