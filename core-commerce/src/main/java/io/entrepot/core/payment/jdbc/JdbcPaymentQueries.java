package io.entrepot.core.payment.jdbc;

import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.money.Money;
import io.entrepot.core.payment.PaymentLedgerTotals;
import io.entrepot.core.payment.PaymentQueries;
import io.entrepot.core.payment.PaymentStatus;
import io.entrepot.core.payment.PaymentTotals;
import io.entrepot.core.payment.PaymentView;
import io.entrepot.core.payment.RefundDue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcPaymentQueries implements PaymentQueries {
  private static final String VIEW =
      """
      SELECT p.payment_id, p.order_id, p.provider, p.provider_key, p.status, p.amount_minor,
             p.currency, p.code, p.detail, p.requested_at, p.updated_at,
             coalesce((SELECT sum(l.amount_minor) FROM payment.ledger l
                        WHERE l.payment_id = p.payment_id), 0) AS charged_minor,
             coalesce((SELECT sum(r.amount_minor) FROM payment.refund r
                        WHERE r.payment_id = p.payment_id
                          AND r.status IN ('PENDING', 'PROCESSING')), 0) AS refund_minor,
             coalesce((SELECT min(l.currency) FROM payment.ledger l
                        WHERE l.payment_id = p.payment_id), p.currency) AS charged_currency
        FROM payment.payment p
      """;

  private static final String ATTEMPTS =
      """
      SELECT attempt_id, attempt_no, outcome, started_at, ended_at, code, detail
        FROM payment.attempt WHERE payment_id = :payment ORDER BY attempt_no
      """;

  private static final String TOTALS =
      """
      SELECT provider, status, currency, count(*) AS payments, sum(amount_minor) AS amount_minor
        FROM payment.payment GROUP BY provider, status, currency ORDER BY provider, status, currency
      """;

  private static final String LEDGER_TOTALS =
      """
      SELECT provider, currency, count(*) FILTER (WHERE kind = 'CHARGE') AS charges,
             sum(amount_minor) AS amount_minor
        FROM payment.ledger GROUP BY provider, currency ORDER BY provider, currency
      """;

  private static final String REFUNDS_DUE =
      """
      SELECT refund_id, payment_id, order_id, amount_minor, currency, reason, created_at
        FROM payment.refund WHERE status IN ('PENDING', 'PROCESSING')
       ORDER BY refund_id LIMIT :limit
      """;

  private final JdbcClient jdbc;

  JdbcPaymentQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<PaymentView> find(UUID paymentId) {
    return views("WHERE p.payment_id = :id", paymentId).stream().findFirst();
  }

  @Override
  public List<PaymentView> byOrder(UUID orderId) {
    return views("WHERE p.order_id = :id ORDER BY p.payment_id", orderId);
  }

  @Override
  public List<PaymentTotals> totals() {
    return jdbc.sql(TOTALS)
        .query(
            (row, number) ->
                new PaymentTotals(
                    row.getString("provider"),
                    PaymentStatus.valueOf(row.getString("status")),
                    row.getLong("payments"),
                    money(row, "amount_minor", "currency")))
        .list();
  }

  @Override
  public List<PaymentLedgerTotals> ledgerTotals() {
    return jdbc.sql(LEDGER_TOTALS)
        .query(
            (row, number) ->
                new PaymentLedgerTotals(
                    row.getString("provider"),
                    row.getLong("charges"),
                    money(row, "amount_minor", "currency")))
        .list();
  }

  @Override
  public List<RefundDue> refundsDue(int limit) {
    return jdbc.sql(REFUNDS_DUE)
        .param("limit", limit)
        .query(
            (row, number) ->
                new RefundDue(
                    row.getObject("refund_id", UUID.class),
                    row.getObject("payment_id", UUID.class),
                    row.getObject("order_id", UUID.class),
                    money(row, "amount_minor", "currency"),
                    row.getString("reason"),
                    SqlTime.read(row, "created_at")))
        .list();
  }

  private List<PaymentView> views(String where, UUID id) {
    return jdbc.sql(VIEW + where).param("id", id).query((row, number) -> view(row)).list();
  }

  private PaymentView view(ResultSet row) throws SQLException {
    UUID paymentId = row.getObject("payment_id", UUID.class);
    return new PaymentView(
        paymentId,
        row.getObject("order_id", UUID.class),
        row.getString("provider"),
        row.getString("provider_key"),
        PaymentStatus.valueOf(row.getString("status")),
        money(row, "amount_minor", "currency"),
        money(row, "charged_minor", "charged_currency"),
        money(row, "refund_minor", "charged_currency"),
        row.getString("code"),
        row.getString("detail"),
        SqlTime.read(row, "requested_at"),
        SqlTime.read(row, "updated_at"),
        attempts(paymentId));
  }

  private List<PaymentView.Attempt> attempts(UUID paymentId) {
    return jdbc.sql(ATTEMPTS)
        .param("payment", paymentId)
        .query(
            (row, number) ->
                new PaymentView.Attempt(
                    row.getObject("attempt_id", UUID.class),
                    row.getInt("attempt_no"),
                    row.getString("outcome"),
                    SqlTime.read(row, "started_at"),
                    SqlTime.readNullable(row, "ended_at"),
                    row.getString("code"),
                    row.getString("detail")))
        .list();
  }

  private static Money money(ResultSet row, String minor, String currency) throws SQLException {
    return Money.of(row.getLong(minor), row.getString(currency));
  }
}
