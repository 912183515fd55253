package io.entrepot.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Shop;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database refuses from whoever goes round the handlers. */
class PaymentInvariantsTest {
  private static final Shop shop = new Shop();
  private static final UUID PAID = shop.paid(shop.product(5), 1);
  private static final UUID PAYMENT = shop.payments().byOrder(PAID).get(0).paymentId();

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The key of the attempt over the amount: what was asked for cannot change afterwards.
        "UPDATE payment.payment SET amount_minor = amount_minor + 1",
        "UPDATE payment.payment SET status = 'UNKNOWN'",
        "UPDATE payment.payment SET provider_key = NULL",
        "UPDATE payment.payment SET status = 'PAID'",
        "UPDATE payment.attempt SET amount_minor = amount_minor - 1",
        "UPDATE payment.attempt SET outcome = 'SENT'"
      })
  void aPaymentCannotContradictItself(String change) {
    assertThatThrownBy(() -> shop.sql.update(change + " WHERE payment_id = ?", PAYMENT))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void anAttemptCannotChargeAnythingButWhatWasAskedFor() {
    assertThatThrownBy(
            () ->
                shop.sql.update(
                    """
                    INSERT INTO payment.attempt
                           (attempt_id, payment_id, attempt_no, provider_key, amount_minor,
                            currency, outcome, started_at)
                    VALUES (gen_random_uuid(), ?, 2, 'k', 9999, 'KRW', 'SENT', now())
                    """,
                    PAYMENT))
        .hasMessageContaining("foreign key");
  }

  @Test
  void anOrderHasOneLivePayment() {
    assertThatThrownBy(
            () ->
                shop.sql.update(
                    """
                    INSERT INTO payment.payment
                           (payment_id, order_id, provider, status, amount_minor, currency,
                            requested_at, updated_at, version)
                    VALUES (gen_random_uuid(), ?, 'x', 'PENDING', 1, 'KRW', now(), now(), 1)
                    """,
                    PAID))
        .hasMessageContaining("one_live_payment");
  }

  @Test
  void aPaymentIsChargedOnceHoweverOftenItIsBooked() {
    assertThatThrownBy(
            () ->
                shop.sql.update(
                    """
                    INSERT INTO payment.ledger
                           (payment_id, seq, at, kind, attempt_id, provider, provider_key,
                            currency, amount_minor, balance_minor)
                    SELECT payment_id, 2, at, kind, attempt_id, provider, 'other key', currency,
                           amount_minor, balance_minor + amount_minor
                      FROM payment.ledger WHERE payment_id = ?
                    """,
                    PAYMENT))
        .hasMessageContaining("charged_once");
  }

  @Test
  void theLedgerIsNeitherChangedNorDeleted() {
    for (String attempt :
        new String[] {
          "UPDATE payment.ledger SET amount_minor = 1",
          "DELETE FROM payment.ledger",
          "TRUNCATE payment.ledger"
        }) {
      assertThatThrownBy(() -> shop.sql.execute(attempt)).hasMessageContaining("append-only");
    }
    assertThat(shop.payments().ledgerTotals()).hasSize(1);
  }
}
