package io.entrepot.connectors.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions that follow from a class; a change here changes what is charged twice or never. */
class ErrorClassTest {
  @ParameterizedTest
  @CsvSource({
    "TIMEOUT,            BACK_OFF,  UNKNOWN,  true",
    "REFUSED_CONNECTION, BACK_OFF,  NOT_DONE, true",
    "RATE_LIMITED,       WHEN_TOLD, NOT_DONE, false",
    "SERVER_ERROR,       BACK_OFF,  UNKNOWN,  true",
    "CLIENT_ERROR,       NEVER,     NOT_DONE, false",
    "DECLINED,           NEVER,     DECLINED, false",
    "UNKNOWN_OUTCOME,    ASK_FIRST, UNKNOWN,  false",
    "BAD_ANSWER,         BACK_OFF,  UNKNOWN,  true",
    "OUR_BUG,            NEVER,     OUR_BUG,  false"
  })
  void retryOutcomeAndHealthFollowFromTheClass(
      ErrorClass kind, ErrorClass.Retry retry, ErrorClass.Outcome outcome, boolean down) {
    assertThat(kind.retry()).isEqualTo(retry);
    assertThat(kind.outcome()).isEqualTo(outcome);
    assertThat(kind.partnerDown()).isEqualTo(down);
  }

  @Test
  void whatIsDeclinedOrOursIsNeverTriedAgain() {
    assertThat(Arrays.stream(ErrorClass.values()).filter(ErrorClass::retryable))
        .doesNotContain(ErrorClass.DECLINED, ErrorClass.OUR_BUG, ErrorClass.UNKNOWN_OUTCOME)
        .hasSize(5);
  }

  @Test
  void onlyADeclinedPaymentIsDeclined() {
    for (ErrorClass kind : ErrorClass.values()) {
      PaymentResult result = PaymentResult.of(new PartnerException(kind, "C", "text"));

      assertThat(result instanceof PaymentResult.Declined)
          .as(kind.name())
          .isEqualTo(kind == ErrorClass.DECLINED);
    }
  }
}
