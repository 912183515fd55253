package io.entrepot.connectors.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.NoticeRefused.Reason;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Trust;
import io.entrepot.connectors.spi.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for each document that a partner sends, by the kind of its trust. */
public abstract class NoticeContract {
  protected static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");

  /** That secret is known to the endpoint and to {@link #genuine}. */
  protected static final String SECRET = "a-secret-of-the-contract";

  protected abstract NoticeEndpoint endpoint();

  /** One notice as the partner sends it at that time; each time the same one. */
  protected abstract RawNotice genuine(Instant at);

  @Test
  void genuineNoticeIsReadAndKnownByItsKey() throws NoticeRefused {
    Verified verified = endpoint().verify(genuine(NOW));

    assertThat(verified.body().isObject()).isTrue();
    assertThat(verified.body()).isNotEmpty();
    assertThat(verified.idempotencyKey()).isNotBlank().hasSizeLessThanOrEqualTo(300);
    assertThat(endpoint().methods()).contains(genuine(NOW).method());
  }

  @Test
  void sameNoticeSentAgainLaterHasTheSameKey() throws NoticeRefused {
    Verified first = endpoint().verify(genuine(NOW));
    Verified later = endpoint().verify(genuine(NOW.plus(Duration.ofHours(3))));

    assertThat(later.idempotencyKey()).isEqualTo(first.idempotencyKey());
    assertThat(later.body()).isEqualTo(first.body());
  }

  @Test
  void noSecretGoesOnWithTheDocument() throws NoticeRefused {
    Verified verified = endpoint().verify(genuine(NOW));

    assertThat(verified.toString()).doesNotContain(SECRET);
    assertThat(genuine(NOW).toString()).doesNotContain(SECRET);
  }

  @Test
  void everyDeliveryHearsTheSame() {
    Answer answer = endpoint().answer();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(endpoint().answer()).isEqualTo(answer);
    assertThat(answer.body()).doesNotContain(SECRET);
  }

  @Test
  void nonsenseIsRefusedAndNeverCrashes() {
    for (String body : List.of("", "{broken", "[]", "\"text\"", "null", "<a/>", "\u0000", "=&=")) {
      RawNotice notice = genuine(NOW);
      RawNotice nonsense =
          new RawNotice(
              notice.method(),
              notice.path(),
              notice.headers(),
              Map.of(),
              body.getBytes(StandardCharsets.UTF_8),
              NOW);

      assertThat(refusal(nonsense)).as(body).isIn(Reason.NOT_TRUSTED, Reason.UNREADABLE);
    }
  }

  @Test
  void alteredBodyIsNotTrusted() {
    assumeThat(endpoint().trust()).isEqualTo(Trust.SIGNED);
    RawNotice notice = genuine(NOW);
    for (int i = 0; i < notice.body().length; i++) {
      byte[] altered = notice.body().clone();
      altered[i] ^= 1;

      assertThat(refusal(with(notice, altered))).as("byte " + i).isEqualTo(Reason.NOT_TRUSTED);
    }
  }

  @Test
  void missingOrWrongHeaderIsNotTrusted() {
    assumeThat(endpoint().trust()).isEqualTo(Trust.SIGNED);
    RawNotice notice = genuine(NOW);
    for (String header : notice.headers().keySet()) {
      if (header.equalsIgnoreCase("Content-Type")) {
        continue;
      }
      String value = notice.headers().get(header).get(0);

      assertThat(refusal(with(notice, header, null))).as(header).isEqualTo(Reason.NOT_TRUSTED);
      assertThat(refusal(with(notice, header, ""))).as(header).isEqualTo(Reason.NOT_TRUSTED);
      String wrong = (value.startsWith("1") ? "2" : "1") + value.substring(1);
      assertThat(refusal(with(notice, header, wrong))).as(header).isEqualTo(Reason.NOT_TRUSTED);
    }
  }

  @Test
  void recordingIsTooOld() {
    assumeThat(endpoint().trust()).isEqualTo(Trust.SIGNED);
    RawNotice notice = genuine(NOW);

    assertThat(refusal(receivedAt(notice, NOW.plus(Duration.ofHours(1)))))
        .isEqualTo(Reason.TOO_OLD);
    assertThat(refusal(receivedAt(notice, NOW.minus(Duration.ofHours(1)))))
        .isEqualTo(Reason.TOO_OLD);
  }

  @Test
  void wrongSharedSecretIsNotTrusted() {
    assumeThat(endpoint().trust()).isEqualTo(Trust.SHARED_SECRET);
    for (String wrong : List.of("", "x", SECRET + "x", SECRET.toUpperCase(Locale.ROOT))) {
      assertThat(refusal(withSecret(genuine(NOW), wrong))).as(wrong).isEqualTo(Reason.NOT_TRUSTED);
    }
  }

  private Reason refusal(RawNotice notice) {
    NoticeRefused refused =
        catchThrowableOfType(NoticeRefused.class, () -> endpoint().verify(notice));
    assertThat(refused).as("must be refused: %s", notice).isNotNull();
    assertThat(String.valueOf(refused.getMessage())).isNotBlank().doesNotContain(SECRET);
    return refused.reason();
  }

  private static RawNotice withSecret(RawNotice notice, String other) {
    Map<String, List<String>> headers = new HashMap<>();
    notice
        .headers()
        .forEach(
            (name, values) ->
                headers.put(
                    name, values.stream().map(value -> value.replace(SECRET, other)).toList()));
    byte[] body = notice.text().replace(SECRET, other).getBytes(StandardCharsets.UTF_8);
    return new RawNotice(
        notice.method(), notice.path(), headers, notice.query(), body, notice.receivedAt());
  }

  private static RawNotice with(RawNotice notice, byte[] body) {
    return new RawNotice(
        notice.method(),
        notice.path(),
        notice.headers(),
        notice.query(),
        body,
        notice.receivedAt());
  }

  private static RawNotice with(RawNotice notice, String header, String value) {
    Map<String, List<String>> headers = new HashMap<>(notice.headers());
    headers.remove(header);
    if (value != null) {
      headers.put(header, List.of(value));
    }
    return new RawNotice(
        notice.method(),
        notice.path(),
        headers,
        notice.query(),
        notice.body(),
        notice.receivedAt());
  }

  private static RawNotice receivedAt(RawNotice notice, Instant at) {
    return new RawNotice(
        notice.method(), notice.path(), notice.headers(), notice.query(), notice.body(), at);
  }
}
