package io.entrepot.app.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PaymentConfirmation;
import io.entrepot.connectors.spi.PaymentLookup;
import io.entrepot.connectors.spi.PaymentOperations;
import io.entrepot.connectors.spi.PaymentProvider;
import io.entrepot.connectors.spi.PaymentRefund;
import io.entrepot.connectors.spi.PaymentResult;
import io.entrepot.core.money.Money;
import io.entrepot.core.payment.PaymentOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** What a connector's payment operation says is what the core hears. */
class PaymentAnswersTest {
  private static final Money PRICE = Money.parse("15000 KRW");
  private static final Instant AT = Instant.parse("2026-11-21T05:00:00Z");

  @Test
  void eachEndOfAPaymentIsHeardAsItWasSaid() {
    assertThat(lookedUp(new PaymentResult.Approved("k", PRICE, AT)))
        .isEqualTo(new PaymentOutcome.Approved("k", PRICE, AT));
    assertThat(lookedUp(new PaymentResult.Declined("NO", "no")))
        .isEqualTo(new PaymentOutcome.Declined("NO", "no"));
    assertThat(lookedUp(new PaymentResult.NotCharged("READY", "not yet")))
        .isEqualTo(new PaymentOutcome.NotCharged("not yet"));
  }

  @Test
  void whatIsUnknownStaysUnknownWithItsReason() {
    PaymentOutcome outcome =
        lookedUp(new PaymentResult.Unknown(ErrorClass.TIMEOUT, "TIMEOUT", "no answer", null));

    assertThat(outcome).isEqualTo(new PaymentOutcome.Unknown("TIMEOUT: no answer"));
  }

  @Test
  void askedToChargeNotYetSettlesNothing() {
    Exchange exchange = exchange(new PaymentResult.NotCharged("READY", "not yet"));

    assertThat(PaymentAnswers.confirmed(exchange)).isEqualTo(new PaymentOutcome.Unknown("not yet"));
  }

  private static PaymentOutcome lookedUp(PaymentResult end) {
    return PaymentAnswers.lookedUp(exchange(end));
  }

  private static Exchange exchange(PaymentResult end) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    try {
      PartnerCall call =
          new PartnerCall(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("paymentId", "p")
                  .put("amount", PRICE.toString()),
              "key",
              UUID.randomUUID(),
              Duration.ofSeconds(1));
      exchange
          .getMessage()
          .setBody(PaymentOperations.of(ending(end)).get("lookup-payment").call(call).body());
    } catch (PartnerException e) {
      exchange.setException(e);
    }
    return exchange;
  }

  private static PaymentProvider ending(PaymentResult end) {
    return new PaymentProvider() {
      @Override
      public PaymentResult confirm(PaymentConfirmation confirmation, Duration timeout) {
        return end;
      }

      @Override
      public PaymentResult lookup(PaymentLookup lookup, Duration timeout) {
        return end;
      }

      @Override
      public PaymentResult refund(PaymentRefund refund, Duration timeout) {
        return end;
      }
    };
  }
}
