package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.NoticeRefused.Reason;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.SettingException;
import io.entrepot.connectors.spi.Trust;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code hmac}: a signature over a declared base string, not older than declared. */
final class InboundHmac implements InboundTrust {
  private final PartnerSettings settings;
  private final String secret;
  private final HmacForm form;
  private final Template base;
  private final SecretPlace signature;
  private final @Nullable SecretPlace timestamp;
  private final TimeForm time;
  private final Duration ageMax;
  private final Map<String, String> values = new HashMap<>();

  InboundHmac(Declared declared) {
    this.settings = declared.settings();
    this.secret = declared.secretName("secret", "webhook-secret");
    this.form = HmacForm.of(declared);
    this.signature = place(declared, "signature");
    this.timestamp = declared.find("timestamp").isEmpty() ? null : place(declared, "timestamp");
    this.time = TimeForm.of(declared);
    this.ageMax = Duration.ofSeconds(declared.number("age-max-seconds", 1, 86_400, 300));
    declared.map("values").forEach((name, header) -> values.put(name, String.valueOf(header)));
    this.base = declared.template("base", variables());
    refuseUnsignedTime(declared);
  }

  private Set<String> variables() {
    Set<String> variables = new HashSet<>(SignedParts.OF_BODY);
    variables.addAll(Set.of("method", "path"));
    variables.addAll(values.keySet());
    if (timestamp != null) {
      variables.add("timestamp");
    }
    return variables;
  }

  /** A time that is not signed proves no age: anyone could write a younger one. */
  private void refuseUnsignedTime(Declared declared) {
    if (timestamp != null && !base.uses("timestamp")) {
      throw new AuthDeclarationException(
          declared.at("base"), "must have {timestamp} in it, or else leave out 'timestamp'");
    }
  }

  /** A header's name, or a map with {@code header}, {@code prefix}, {@code part}, … */
  private static SecretPlace place(Declared declared, String key) {
    Object value = declared.find(key).orElseThrow(() -> declared.missing(key));
    if (value instanceof String header) {
      return new SecretPlace(List.of(header), "", "", "");
    }
    Declared inside = declared.nested(key).orElseThrow();
    List<String> headers = inside.texts("header");
    if (headers.isEmpty()) {
      throw inside.missing("header");
    }
    SecretPlace place =
        new SecretPlace(
            headers,
            inside.text("prefix").orElse(""),
            inside.text("part").orElse(""),
            inside.text("separator").orElse(""));
    inside.done();
    return place;
  }

  @Override
  public Trust trust() {
    return Trust.SIGNED;
  }

  @Override
  public void check(RawNotice notice) throws NoticeRefused {
    String moment = timestamp == null ? "" : first(timestamp, notice).orElse("");
    if (!signed(notice, moment)) {
      throw new NoticeRefused(
          Reason.NOT_TRUSTED, String.join(" or ", signature.headers()) + " is missing or wrong");
    }
    if (timestamp != null) {
      // Believed only now: it was signed too.
      refuseOld(moment, notice.receivedAt());
    }
  }

  private boolean signed(RawNotice notice, String moment) {
    List<String> brought = signature.find(notice);
    byte[] text =
        base.bytes(settings, new SignedParts(notice.body(), named(notice, moment))::bytes);
    boolean right = false;
    // All are compared, so that the time taken does not tell which one was right.
    for (Secret accepted : settings.accepted(secret)) {
      byte[] expected = Template.utf8(sign(accepted, text));
      for (String candidate : brought) {
        right |= MessageDigest.isEqual(expected, Template.utf8(cased(candidate)));
      }
    }
    return right;
  }

  private String sign(Secret accepted, byte[] text) {
    try {
      return form.sign(accepted, text);
    } catch (SecretFormException e) {
      throw new SettingException(settings.key(secret), String.valueOf(e.getMessage()));
    }
  }

  /** Hex digits mean the same in either case. */
  private String cased(String candidate) {
    return switch (form.encoding()) {
      case HEX -> candidate.toLowerCase(Locale.ROOT);
      case HEX_UPPER -> candidate.toUpperCase(Locale.ROOT);
      case BASE64, BASE64URL -> candidate;
    };
  }

  private Map<String, String> named(RawNotice notice, String moment) {
    Map<String, String> named = new HashMap<>();
    values.forEach((name, header) -> named.put(name, notice.header(header).orElse("")));
    named.put("method", notice.method());
    named.put("path", notice.path());
    named.put("timestamp", moment);
    return named;
  }

  private void refuseOld(String moment, Instant now) throws NoticeRefused {
    Optional<Instant> signedAt = time.read(moment);
    if (signedAt.isEmpty()) {
      throw new NoticeRefused(Reason.TOO_OLD, "the signed time is not of the declared form");
    }
    if (Duration.between(signedAt.get(), now).abs().compareTo(ageMax) > 0) {
      throw new NoticeRefused(
          Reason.TOO_OLD,
          "signed more than " + ageMax.toSeconds() + " s off; check the clock, sign again, resend");
    }
  }

  private static Optional<String> first(SecretPlace place, RawNotice notice) {
    return place.find(notice).stream().findFirst();
  }
}
