package io.entrepot.core.payment.jdbc;

import io.entrepot.core.jdbc.OneTrip;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlFragment;
import io.entrepot.core.jdbc.SqlText;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.money.Money;
import io.entrepot.core.payment.AttemptOutcome;
import io.entrepot.core.payment.Payment;
import io.entrepot.core.payment.PaymentAttempt;
import io.entrepot.core.payment.PaymentStatus;
import io.entrepot.core.payment.Payments;
import io.entrepot.core.payment.RefundDue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcPayments implements Payments {
  private static final String SELECT =
      """
      SELECT payment_id, order_id, provider, provider_key, status, amount_minor, currency, code,
             detail, next_lookup_at, lookups, version
        FROM payment.payment
      """;

  private static final String LIVE =
      SELECT
          + """
           WHERE order_id = ANY(:orders::uuid[])
             AND status IN ('PENDING', 'PROCESSING', 'UNKNOWN', 'COMPLETED')
           ORDER BY order_id
             FOR UPDATE
          """;

  private static final String ADD =
      """
      INSERT INTO payment.payment
             (payment_id, order_id, provider, status, amount_minor, currency, requested_at,
              updated_at, version)
      VALUES (:id, :order, :provider, :status, :amount, :currency, :at, :at, :version)
      """;

  private static final String SAVE =
      """
      UPDATE payment.payment p
         SET provider_key = new.provider_key, status = new.status, code = new.code,
             detail = new.detail,
             next_lookup_at = 'epoch'::timestamptz + next_lookup * interval '1 microsecond',
             lookups = new.lookups, updated_at = ?, version = new.version
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]::bigint[],
                    ?::int[], ?::bigint[])
             AS new (payment_id, provider_key, status, code, detail, next_lookup, lookups, version)
       WHERE p.payment_id = new.payment_id::uuid AND p.version = new.version - 1
      """;

  private static final String ADD_ATTEMPT =
      """
      INSERT INTO payment.attempt
             (attempt_id, payment_id, attempt_no, provider_key, amount_minor, currency, outcome,
              started_at)
      VALUES (:id, :payment, :number, :key, :amount, :currency, 'SENT', :at)
      """;

  private static final String OPEN_ATTEMPT =
      """
      SELECT attempt_id, payment_id, attempt_no, order_id, provider, a.provider_key,
             a.amount_minor, a.currency
        FROM payment.attempt a JOIN payment.payment USING (payment_id)
       WHERE payment_id = :payment AND outcome IN ('SENT', 'UNKNOWN')
      """;

  private static final String SAVE_ATTEMPT =
      """
      UPDATE payment.attempt
         SET outcome = :outcome, code = :code, detail = :detail, ended_at = :at
       WHERE attempt_id = :id AND outcome IN ('SENT', 'UNKNOWN')
      """;

  private static final String CHARGE =
      """
      INSERT INTO payment.ledger
             (payment_id, seq, at, kind, attempt_id, provider, provider_key, currency,
              amount_minor, balance_minor)
      VALUES (:payment, 1, :at, 'CHARGE', :attempt, :provider, :key, :currency, :amount, :amount)
      """;

  private static final String REFUND =
      """
      INSERT INTO payment.refund
             (refund_id, payment_id, order_id, status, amount_minor, currency, reason, created_at)
      VALUES (:id, :payment, :order, 'PENDING', :amount, :currency, :reason, :at)
      ON CONFLICT (payment_id) WHERE status IN ('PENDING', 'PROCESSING') DO NOTHING
      """;

  private static final String REFUND_DUE =
      """
      SELECT EXISTS (SELECT FROM payment.refund
                      WHERE payment_id = :payment AND status IN ('PENDING', 'PROCESSING'))
      """;

  private static final String KEY_USED =
      """
      SELECT EXISTS (SELECT FROM payment.payment
                      WHERE provider = :provider AND provider_key = :key)
      """;

  private static final String TO_LOOK_UP =
      """
      SELECT payment_id FROM payment.payment
       WHERE next_lookup_at <= :now ORDER BY next_lookup_at LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final OneTrip trip;

  JdbcPayments(DataSource dataSource, OneTrip trip) {
    this.jdbc = JdbcClient.create(dataSource);
    this.trip = trip;
  }

  @Override
  public Optional<Payment> find(UUID paymentId) {
    return byId(SELECT + "WHERE payment_id = :id", paymentId);
  }

  @Override
  public Optional<Payment> lock(UUID paymentId) {
    return byId(SELECT + "WHERE payment_id = :id FOR UPDATE", paymentId);
  }

  @Override
  public Optional<Payment> lockLive(UUID orderId) {
    return lockLive(List.of(orderId)).stream().findFirst();
  }

  @Override
  public List<Payment> lockLive(Collection<UUID> orderIds) {
    return jdbc.sql(LIVE)
        .param("orders", SqlArrays.uuids(orderIds))
        .query(JdbcPayments::payment)
        .list();
  }

  @Override
  public boolean isKeyUsed(String provider, String providerKey) {
    return jdbc.sql(KEY_USED)
        .param("provider", provider)
        .param("key", providerKey)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void add(Payment payment, Instant at) {
    jdbc.sql(ADD)
        .param("id", payment.paymentId())
        .param("order", payment.orderId())
        .param("provider", payment.provider())
        .param("status", payment.status().name())
        .param("amount", payment.amount().minor())
        .param("currency", payment.amount().currency().getCurrencyCode())
        .param("at", SqlTime.of(at))
        .param("version", payment.version())
        .update();
  }

  @Override
  public void save(Payment before, Payment after, Instant at) {
    saveAll(List.of(after), at);
  }

  @Override
  public void saveAll(List<Payment> after, Instant at) {
    if (after.isEmpty()) {
      return;
    }
    trip.run(
        List.of(
            SqlFragment.writing(
                after.size(),
                SAVE,
                SqlTime.of(at),
                SqlArrays.texts(after, Payment::paymentId),
                SqlArrays.texts(after, Payment::providerKey),
                SqlArrays.texts(after, Payment::status),
                SqlArrays.texts(after, payment -> SqlText.cutNullable(payment.code(), 100)),
                SqlArrays.texts(after, payment -> SqlText.cutNullable(payment.detail(), 500)),
                SqlArrays.texts(after, payment -> micros(payment.nextLookupAt())),
                SqlArrays.ints(after, Payment::lookups),
                SqlArrays.longs(after, Payment::version))));
  }

  private static @Nullable Long micros(@Nullable Instant time) {
    return time == null ? null : SqlTime.micros(time);
  }

  @Override
  public void addAttempt(PaymentAttempt attempt, Instant at) {
    jdbc.sql(ADD_ATTEMPT)
        .param("id", attempt.attemptId())
        .param("payment", attempt.paymentId())
        .param("number", attempt.attemptNo())
        .param("key", attempt.providerKey())
        .param("amount", attempt.amount().minor())
        .param("currency", attempt.amount().currency().getCurrencyCode())
        .param("at", SqlTime.of(at))
        .update();
  }

  @Override
  public PaymentAttempt openAttempt(UUID paymentId) {
    return jdbc.sql(OPEN_ATTEMPT).param("payment", paymentId).query(JdbcPayments::attempt).single();
  }

  @Override
  public void saveAttempt(
      UUID attemptId,
      AttemptOutcome outcome,
      @Nullable String code,
      @Nullable String detail,
      Instant at) {
    int saved =
        jdbc.sql(SAVE_ATTEMPT)
            .param("id", attemptId)
            .param("outcome", outcome.name())
            .param("code", SqlText.cutNullable(code, 100))
            .param("detail", SqlText.cutNullable(detail, 500))
            .param("at", SqlTime.of(at))
            .update();
    requireOne(saved, "attempt " + attemptId);
  }

  @Override
  public void bookCharge(PaymentAttempt attempt, Money taken, Instant at) {
    jdbc.sql(CHARGE)
        .param("payment", attempt.paymentId())
        .param("at", SqlTime.of(at))
        .param("attempt", attempt.attemptId())
        .param("provider", attempt.provider())
        .param("key", attempt.providerKey())
        .param("currency", taken.currency().getCurrencyCode())
        .param("amount", taken.minor())
        .update();
  }

  @Override
  public void addRefund(RefundDue refund) {
    jdbc.sql(REFUND)
        .param("id", refund.refundId())
        .param("payment", refund.paymentId())
        .param("order", refund.orderId())
        .param("amount", refund.amount().minor())
        .param("currency", refund.amount().currency().getCurrencyCode())
        .param("reason", refund.reason())
        .param("at", SqlTime.of(refund.since()))
        .update();
  }

  @Override
  public boolean isRefundDue(UUID paymentId) {
    return jdbc.sql(REFUND_DUE).param("payment", paymentId).query(Boolean.class).single();
  }

  @Override
  public List<UUID> toLookUp(Instant now, int limit) {
    return jdbc.sql(TO_LOOK_UP)
        .param("now", SqlTime.of(now))
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  private Optional<Payment> byId(String sql, UUID paymentId) {
    return jdbc.sql(sql).param("id", paymentId).query(JdbcPayments::payment).optional();
  }

  private static void requireOne(int saved, String what) {
    if (saved != 1) {
      throw new IllegalStateException(what + " was changed meanwhile; read it again and retry");
    }
  }

  private static Payment payment(ResultSet row, int number) throws SQLException {
    return new Payment(
        row.getObject("payment_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getString("provider"),
        row.getString("provider_key"),
        PaymentStatus.valueOf(row.getString("status")),
        money(row),
        row.getString("code"),
        row.getString("detail"),
        SqlTime.readNullable(row, "next_lookup_at"),
        row.getInt("lookups"),
        row.getLong("version"));
  }

  private static PaymentAttempt attempt(ResultSet row, int number) throws SQLException {
    return new PaymentAttempt(
        row.getObject("attempt_id", UUID.class),
        row.getObject("payment_id", UUID.class),
        row.getInt("attempt_no"),
        row.getObject("order_id", UUID.class),
        row.getString("provider"),
        row.getString("provider_key"),
        money(row));
  }

  private static Money money(ResultSet row) throws SQLException {
    return Money.of(row.getLong("amount_minor"), row.getString("currency"));
  }
}
