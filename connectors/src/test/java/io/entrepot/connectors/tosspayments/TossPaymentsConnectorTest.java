package io.entrepot.connectors.tosspayments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.Trust;
import io.entrepot.connectors.spi.Verified;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TossPaymentsConnectorTest {
  /** The first two are published by Toss, the third by a client in another language. */
  @ParameterizedTest
  @CsvSource({
    "test_gsk_docs_OaPz8L5KdmQXkzRz3y47BMw6,"
        + "dGVzdF9nc2tfZG9jc19PYVB6OEw1S2RtUVhrelJ6M3k0N0JNdzY6",
    "test_sk_zXLkKEypNArWmo50nX3lmeaxYG5R,dGVzdF9za196WExrS0V5cE5BcldtbzUwblgzbG1lYXhZRzVSOg==",
    "my_secret_key,bXlfc2VjcmV0X2tleTo="
  })
  void authorizationIsThePublishedOne(String key, String base64) {
    assertThat(TossPaymentsClient.authorization(Secret.of(key))).isEqualTo("Basic " + base64);
  }

  @Test
  void withoutSettingsItIsNotConfiguredAndStillThere() {
    TossPaymentsConnector connector =
        new TossPaymentsConnector(id -> PartnerSettings.of(id, Map.of()));

    assertThat(connector.configured()).isFalse();
    assertThat(connector.operations())
        .containsOnlyKeys("confirm-payment", "lookup-payment", "refund-payment");
    assertThat(connector.test().ok()).isFalse();
    assertThat(connector.test().detail()).contains("entrepot.partners.toss-payments.secret-key");
  }

  @Test
  void clientKeyInPlaceOfTheSecretKeyIsFoundOut() {
    PartnerSettings settings =
        PartnerSettings.of("toss-payments", Map.of("secret-key", "test_ck_D5GePWvyJnrK0W0k6q8g"));

    assertThatThrownBy(() -> TossPaymentsProperties.of(settings))
        .hasMessageContaining("entrepot.partners.toss-payments.secret-key")
        .hasMessageNotContaining("D5GePWvyJnrK0W0k6q8g");
  }

  @Test
  void connectionTestTellsARightKeyFromAWrongOne() {
    TossPaymentsConnector[] made = new TossPaymentsConnector[1];
    try (RunningSandbox sandbox =
        RunningSandbox.inMemory(
            source -> {
              made[0] = new TossPaymentsConnector(source);
              return Stream.of(made[0]);
            })) {
      assertThat(made[0].test().ok()).isTrue();

      PartnerSettings wrong =
          PartnerSettings.of(
              "toss-payments",
              Map.of(
                  "base-url",
                  sandbox.setting("toss-payments", "base-url"),
                  "secret-key",
                  "test_sk_somebodyelses"));
      assertThat(new TossPaymentsConnector(id -> wrong).test().detail())
          .contains("UNAUTHORIZED_KEY")
          .doesNotContain("somebodyelses");
    }
  }

  @Test
  void returnOfTheBrowserIsReadButNotBelieved() throws NoticeRefused {
    TossPaymentsReturn back = new TossPaymentsReturn();

    Verified verified =
        back.verify(
            query(
                Map.of(
                    "paymentType", "NORMAL",
                    "orderId", "order-1",
                    "paymentKey", "tviva1",
                    "amount", "15000",
                    "evil", "x")));

    assertThat(back.trust()).isEqualTo(Trust.MUST_ASK);
    assertThat(back.methods()).containsExactly("GET");
    assertThat(verified.idempotencyKey()).isEqualTo("order-1:tviva1");
    assertThat(verified.body().has("evil")).isFalse();
    assertThat(verified.body().path("amount").asText()).isEqualTo("15000");
  }

  @Test
  void returnAfterGivingUpIsKnownByItsCode() throws NoticeRefused {
    Verified verified =
        new TossPaymentsReturn()
            .verify(query(Map.of("code", "PAY_PROCESS_CANCELED", "orderId", "order-1")));

    assertThat(verified.idempotencyKey()).isEqualTo("order-1:PAY_PROCESS_CANCELED");
  }

  @Test
  void returnWithoutAnOrderIsRefused() {
    assertThatThrownBy(() -> new TossPaymentsReturn().verify(query(Map.of("paymentKey", "k"))))
        .isInstanceOf(NoticeRefused.class);
    assertThatThrownBy(
            () ->
                new TossPaymentsReturn().verify(query(Map.of("orderId", "<script>", "code", "x"))))
        .isInstanceOf(NoticeRefused.class);
  }

  private static RawNotice query(Map<String, String> fields) {
    Map<String, List<String>> query = new HashMap<>();
    fields.forEach((name, value) -> query.put(name, List.of(value)));
    return new RawNotice("GET", "/", Map.of(), query, new byte[0], Instant.EPOCH);
  }
}
