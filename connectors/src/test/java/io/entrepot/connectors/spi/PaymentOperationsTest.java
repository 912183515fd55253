package io.entrepot.connectors.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON that routes see. */
class PaymentOperationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONFIRM =
      "{\"paymentId\":\"p\",\"providerKey\":\"k\",\"amount\":\"12.50 USD\"}";

  /** Ends every call alike and keeps what it was asked. */
  private static final class OneEnd implements PaymentProvider {
    private final PaymentResult end;
    private Object asked = "nothing";

    OneEnd(PaymentResult end) {
      this.end = end;
    }

    @Override
    public PaymentResult confirm(PaymentConfirmation confirmation, Duration timeout) {
      asked = confirmation;
      return end;
    }

    @Override
    public PaymentResult lookup(PaymentLookup lookup, Duration timeout) {
      asked = lookup;
      return end;
    }

    @Override
    public PaymentResult refund(PaymentRefund refund, Duration timeout) {
      asked = refund;
      return end;
    }
  }

  @Test
  void approvalSaysKeyAmountAndTime() throws Exception {
    OneEnd provider =
        new OneEnd(
            new PaymentResult.Approved(
                "k", Money.of(1250, "USD"), Instant.parse("2026-11-21T05:00:00Z")));

    assertThat(call(provider, "confirm-payment", CONFIRM))
        .isEqualTo(
            JSON.readTree(
                """
                {"result":"APPROVED","providerKey":"k","amount":"12.50 USD",
                 "at":"2026-11-21T05:00:00Z"}
                """));
    assertThat(provider.asked).isEqualTo(new PaymentConfirmation("p", "k", Money.of(1250, "USD")));
  }

  @Test
  void refusalAndNothingChargedSayWhy() throws Exception {
    String lookup = "{\"paymentId\":\"p\",\"amount\":\"100 KRW\"}";

    assertThat(call(new OneEnd(new PaymentResult.Declined("NO", "no")), "lookup-payment", lookup))
        .isEqualTo(JSON.readTree("{\"result\":\"DECLINED\",\"code\":\"NO\",\"text\":\"no\"}"));
    assertThat(
            call(new OneEnd(new PaymentResult.NotCharged("READY", "r")), "lookup-payment", lookup))
        .isEqualTo(JSON.readTree("{\"result\":\"NOT_CHARGED\",\"code\":\"READY\",\"text\":\"r\"}"));
  }

  @Test
  void whatIsUnknownIsThrownWithItsClassAndPause() {
    OneEnd provider =
        new OneEnd(
            new PaymentResult.Unknown(
                ErrorClass.RATE_LIMITED, "BUSY", "busy", Duration.ofSeconds(3)));

    PartnerException thrown =
        catchThrowableOfType(
            PartnerException.class,
            () ->
                call(
                    provider,
                    "refund-payment",
                    "{\"refundId\":\"r\",\"providerKey\":\"k\",\"amount\":\"1"
                        + " KRW\",\"reason\":\"x\"}"));

    assertThat(thrown.errorClass()).isEqualTo(ErrorClass.RATE_LIMITED);
    assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(provider.asked).isEqualTo(new PaymentRefund("r", "k", Money.of(1, "KRW"), "x"));
  }

  @Test
  void requestThatCannotBeReadNeverReachesThePartner() {
    for (String body :
        new String[] {
          "{}", CONFIRM.replace("12.50 USD", "12.505 USD"), CONFIRM.replace("\"k\"", "7")
        }) {
      OneEnd provider = new OneEnd(new PaymentResult.Declined("NO", "no"));

      PartnerException thrown =
          catchThrowableOfType(
              PartnerException.class, () -> call(provider, "confirm-payment", body));

      assertThat(thrown.errorClass()).as(body).isEqualTo(ErrorClass.OUR_BUG);
      assertThat(provider.asked).isEqualTo("nothing");
    }
  }

  private static JsonNode call(PaymentProvider provider, String operation, String body)
      throws Exception {
    return PaymentOperations.of(provider)
        .get(operation)
        .call(new PartnerCall(JSON.readTree(body), "key", UUID.randomUUID(), Duration.ofSeconds(1)))
        .body();
  }
}
