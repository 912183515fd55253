package io.entrepot.connectors.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.connectors.spi.PaymentConfirmation;
import io.entrepot.connectors.spi.PaymentLookup;
import io.entrepot.connectors.spi.PaymentProvider;
import io.entrepot.connectors.spi.PaymentRefund;
import io.entrepot.connectors.spi.PaymentResult;
import io.entrepot.connectors.spi.PaymentResult.Approved;
import io.entrepot.connectors.spi.PaymentResult.Declined;
import io.entrepot.connectors.spi.PaymentResult.NotCharged;
import io.entrepot.connectors.spi.PaymentResult.Unknown;
import io.entrepot.core.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What holds for each payment provider, shown against its sandbox over sockets. */
@ForPort(PaymentProvider.class)
public abstract class PaymentProviderContract {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(400);
  protected static final Money PRICE = Money.of(15_000, "KRW");

  /** Ways in which a call can end without an answer to trust. */
  protected enum Trouble {
    NO_ANSWER,
    CHARGED_THEN_CUT_OFF,
    FAILED_BEFORE,
    FAILED_AFTER,
    TOO_MANY
  }

  protected abstract PaymentProvider provider();

  /** The buyer agrees in the window; the partner's key of the payment. */
  protected abstract String authorise(String paymentId, Money amount);

  /** Makes the next call end that way. */
  protected abstract void next(Trouble trouble);

  /** Makes the next charge be refused by the buyer's bank. */
  protected abstract void declineNext();

  /** Sum of all charges in the partner's books. */
  protected abstract Money charged();

  /** Texts that may stand in no result. */
  protected abstract List<String> secrets();

  @Test
  void confirmedTwiceIsChargedOnce() {
    PaymentConfirmation payment = authorised();

    PaymentResult first = provider().confirm(payment, LONG);
    PaymentResult second = provider().confirm(payment, LONG);

    assertThat(first).isInstanceOf(Approved.class).isEqualTo(second);
    assertThat(charged()).isEqualTo(PRICE);
  }

  @Test
  void confirmedByManyAtOnceIsChargedOnce() throws Exception {
    PaymentConfirmation payment = authorised();
    ExecutorService callers = Executors.newFixedThreadPool(8);

    List<Callable<PaymentResult>> calls = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      calls.add(() -> provider().confirm(payment, LONG));
    }
    for (var result : callers.invokeAll(calls)) {
      assertThat(result.get()).isInstanceOf(Approved.class);
    }
    callers.shutdown();

    assertThat(charged()).isEqualTo(PRICE);
  }

  @Test
  void approvalSaysWhatWasCharged() {
    PaymentConfirmation payment = authorised();

    Approved approved = (Approved) provider().confirm(payment, LONG);

    assertThat(approved.amount()).isEqualTo(PRICE);
    assertThat(approved.providerKey()).isEqualTo(payment.providerKey());
  }

  @Test
  void anotherAmountThanAuthorisedIsNotCharged() {
    PaymentConfirmation payment = authorised();
    Money less = Money.of(14_999, "KRW");

    PaymentResult result =
        provider()
            .confirm(
                new PaymentConfirmation(payment.paymentId(), payment.providerKey(), less), LONG);

    assertThat(result).isInstanceOf(Declined.class);
    assertThat(charged().isZero()).isTrue();
  }

  @Test
  void noTroubleOnTheWayIsTakenForARefusal() {
    for (Trouble trouble : Trouble.values()) {
      PaymentConfirmation payment = authorised();
      next(trouble);

      PaymentResult result = provider().confirm(payment, SHORT);

      assertThat(result).as(trouble.name()).isInstanceOf(Unknown.class);
      assertThat(result.toString()).doesNotContain(secrets());
    }
  }

  @Test
  void lookupFindsTheChargeWhoseAnswerWasLost() {
    PaymentConfirmation payment = authorised();
    next(Trouble.CHARGED_THEN_CUT_OFF);
    provider().confirm(payment, LONG);

    PaymentResult found = lookup(payment);

    assertThat(found).isInstanceOf(Approved.class);
    assertThat(charged()).isEqualTo(PRICE);
  }

  @Test
  void lookupFindsThatNothingWasChargedAndConfirmingAgainIsSafe() {
    PaymentConfirmation payment = authorised();
    next(Trouble.NO_ANSWER);
    provider().confirm(payment, SHORT);

    assertThat(lookup(payment)).isInstanceOf(NotCharged.class);
    assertThat(provider().confirm(payment, LONG)).isInstanceOf(Approved.class);
    assertThat(charged()).isEqualTo(PRICE);
  }

  @Test
  void lookupOfAnUnknownPaymentIsNoRefusal() {
    PaymentResult result =
        provider().lookup(new PaymentLookup(UUID.randomUUID().toString(), PRICE), LONG);

    assertThat(result).isInstanceOf(NotCharged.class);
  }

  @Test
  void chargeOfAnotherAmountIsNeverAnApproval() {
    PaymentConfirmation payment = authorised();
    provider().confirm(payment, LONG);

    PaymentResult result =
        provider().lookup(new PaymentLookup(payment.paymentId(), Money.of(15_001, "KRW")), LONG);

    assertThat(result).isInstanceOf(Unknown.class);
  }

  @Test
  void bankRefusalIsFinal() {
    PaymentConfirmation payment = authorised();
    declineNext();

    assertThat(provider().confirm(payment, LONG)).isInstanceOf(Declined.class);
    assertThat(provider().confirm(payment, LONG)).isInstanceOf(Declined.class);
    assertThat(lookup(payment)).isInstanceOf(Declined.class);
    assertThat(charged().isZero()).isTrue();
  }

  /** 2^53 + 1, which a double cannot hold. */
  @Test
  void amountBeyondADoubleIsExact() {
    Money price = Money.of(9_007_199_254_740_993L, "KRW");
    PaymentConfirmation payment = authorised(price);

    Approved approved = (Approved) provider().confirm(payment, LONG);

    assertThat(approved.amount()).isEqualTo(price);
    assertThat(lookup(payment)).isEqualTo(approved);
    assertThat(charged()).isEqualTo(price);
    assertThat(provider().refund(refund(payment, price.minor()), LONG))
        .extracting(refund -> ((Approved) refund).amount())
        .isEqualTo(price);
  }

  @Test
  void nothingThatIsLoggedHoldsASecret() {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      PaymentConfirmation payment = captured();
      next(Trouble.FAILED_AFTER);
      provider().refund(refund(payment, 1), SHORT);
      LoggerFactory.getLogger(getClass()).error("the log is read");
    } finally {
      System.setErr(before);
    }

    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("the log is read")
        .doesNotContain(secrets());
  }

  @Test
  void refundIsGivenOncePerRefund() {
    PaymentConfirmation payment = captured();
    PaymentRefund refund = refund(payment, 5_000);

    PaymentResult first = provider().refund(refund, LONG);
    PaymentResult second = provider().refund(refund, LONG);

    assertThat(first).isInstanceOf(Approved.class).isEqualTo(second);
    assertThat(((Approved) first).amount()).isEqualTo(Money.of(5_000, "KRW"));
    assertThat(provider().refund(refund(payment, 10_000), LONG)).isInstanceOf(Approved.class);
  }

  @Test
  void refundBeyondTheCaptureIsRefused() {
    PaymentConfirmation payment = captured();

    assertThat(provider().refund(refund(payment, 15_001), LONG)).isInstanceOf(Declined.class);
    provider().refund(refund(payment, 9_000), LONG);
    assertThat(provider().refund(refund(payment, 6_001), LONG)).isInstanceOf(Declined.class);
    assertThat(provider().refund(refund(payment, 6_000), LONG)).isInstanceOf(Approved.class);
    assertThat(provider().refund(refund(payment, 1), LONG)).isInstanceOf(Declined.class);
  }

  @Test
  void noTroubleWithARefundIsTakenForARefusal() {
    for (Trouble trouble : Trouble.values()) {
      PaymentConfirmation payment = captured();
      next(trouble);

      PaymentResult result = provider().refund(refund(payment, 15_000), SHORT);

      assertThat(result).as(trouble.name()).isInstanceOf(Unknown.class);
    }
  }

  protected final PaymentConfirmation authorised() {
    return authorised(PRICE);
  }

  private PaymentConfirmation authorised(Money price) {
    String paymentId = UUID.randomUUID().toString();
    return new PaymentConfirmation(paymentId, authorise(paymentId, price), price);
  }

  private PaymentConfirmation captured() {
    PaymentConfirmation payment = authorised();
    assertThat(provider().confirm(payment, LONG)).isInstanceOf(Approved.class);
    return payment;
  }

  private PaymentResult lookup(PaymentConfirmation payment) {
    return provider().lookup(new PaymentLookup(payment.paymentId(), payment.amount()), LONG);
  }

  private static PaymentRefund refund(PaymentConfirmation payment, long minor) {
    return new PaymentRefund(
        UUID.randomUUID().toString(),
        payment.providerKey(),
        Money.of(minor, "KRW"),
        "changed mind");
  }
}
