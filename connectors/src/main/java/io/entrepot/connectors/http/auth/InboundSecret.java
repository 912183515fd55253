package io.entrepot.connectors.http.auth;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.NoticeRefused.Reason;
import io.entrepot.connectors.spi.PartnerJson;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.Trust;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code shared-secret}: a text that only the partner and we know, in header, query or body. */
record InboundSecret(
    Supplier<List<Secret>> accepted, String where, Function<RawNotice, Optional<String>> place)
    implements InboundTrust {
  static InboundSecret of(Declared declared) {
    Supplier<List<Secret>> accepted = declared.accepted("secret", "webhook-secret");
    Optional<String> header = declared.text("header");
    Optional<String> query = declared.text("query");
    Optional<String> scheme = declared.text("scheme");
    if (header.isPresent()) {
      String prefix = scheme.map(text -> text + " ").orElse("");
      return new InboundSecret(
          accepted, header.get(), notice -> bare(notice, header.get(), prefix));
    }
    if (query.isPresent()) {
      return new InboundSecret(accepted, query.get(), notice -> notice.query(query.get()));
    }
    if (declared.find("field").isEmpty()) {
      throw declared.missing("header', 'query' or 'field");
    }
    JsonPointer field = RefusedWhen.pointer(declared, "field", "/secret");
    return new InboundSecret(accepted, field.toString(), notice -> inBody(notice, field));
  }

  private static Optional<String> bare(RawNotice notice, String header, String prefix) {
    return notice
        .header(header)
        .filter(text -> text.startsWith(prefix))
        .map(text -> text.substring(prefix.length()));
  }

  private static Optional<String> inBody(RawNotice notice, JsonPointer field) {
    try {
      return Optional.of(PartnerJson.read(notice.text()).at(field).asText());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  @Override
  public Trust trust() {
    return Trust.SHARED_SECRET;
  }

  @Override
  public void check(RawNotice notice) throws NoticeRefused {
    String candidate = place.apply(notice).orElse("");
    boolean right = false;
    for (Secret secret : accepted.get()) {
      right |= secret.matches(candidate);
    }
    if (!right) {
      throw new NoticeRefused(Reason.NOT_TRUSTED, where + " is missing or wrong");
    }
  }
}
