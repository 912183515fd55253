package io.entrepot.connectors.tosspayments;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PaymentResult;
import io.entrepot.connectors.spi.PaymentResult.Approved;
import io.entrepot.connectors.spi.PaymentResult.Unknown;
import io.entrepot.core.money.Money;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TossPaymentsReadingTest {
  @Test
  void decimalsOfAForeignChargeAreExact() throws Exception {
    assertThat(charge("DONE", "181.56", "USD", Money.of(18_156, "USD")))
        .isInstanceOfSatisfying(
            Approved.class, done -> assertThat(done.amount()).isEqualTo(Money.of(18_156, "USD")));
    assertThat(charge("DONE", "15000.0", "KRW", Money.of(15_000, "KRW")))
        .isInstanceOf(Approved.class);
  }

  @ParameterizedTest
  @CsvSource({"15000.5,KRW", "15001,KRW", "150.00,USD", "15000,XYZ", "null,KRW"})
  void amountThatIsNotOursIsForAPersonToSee(String amount, String currency) throws Exception {
    assertThat(charge("DONE", amount, currency, Money.of(15_000, "KRW")))
        .isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PARTIAL_CANCELED", "SOMETHING_NEW", ""})
  void statusNobodyListedIsUnknown(String status) throws Exception {
    assertThat(charge(status, "15000", "KRW", Money.of(15_000, "KRW"))).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400,REJECT_CARD_COMPANY,DECLINED",
    "401,UNAUTHORIZED_KEY,OUR_BUG",
    "403,FORBIDDEN_CONSECUTIVE_REQUEST,RATE_LIMITED",
    "400,PROVIDER_ERROR,UNKNOWN_OUTCOME",
    "500,FAILED_INTERNAL_SYSTEM_PROCESSING,UNKNOWN_OUTCOME",
    "400,A_CODE_OF_NEXT_YEAR,UNKNOWN_OUTCOME"
  })
  void codeDecidesTheClassAndAnUnlistedOneIsUnknown(int status, String code, ErrorClass expected) {
    PartnerException error =
        TossPaymentsErrors.of(answer(status, "{\"code\":\"" + code + "\",\"message\":\"m\"}"));

    assertThat(error.errorClass()).isEqualTo(expected);
    assertThat(error.code()).isEqualTo(code);
  }

  private static PaymentResult charge(String status, String amount, String currency, Money wanted)
      throws PartnerException {
    String payment =
        """
        {"paymentKey":"k","orderId":"order-1","status":"%s","totalAmount":%s,"currency":"%s",
         "approvedAt":"2026-11-21T14:00:00+09:00"}
        """
            .formatted(status, amount, currency);
    return TossPaymentsReading.charge(answer(200, payment).json(), "order-1", wanted);
  }

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(
        HttpCall.get(URI.create("http://toss.test/x"), Duration.ofSeconds(1)),
        status,
        HttpHeaders.of(Map.of(), (name, value) -> true),
        body,
        Duration.ZERO);
  }
}
