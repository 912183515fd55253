package io.entrepot.app.payment;

import io.entrepot.core.payment.ResolveUnknownPayments;
import io.entrepot.core.payment.ResolveUnknownPaymentsHandler;
import org.springframework.stereotype.Component;

/** Asks the providers about charges of unknown outcome; run by a schedule. */
@Component("resolveUnknownPayments")
public final class ResolveUnknownPaymentsJob implements Runnable {
  /** A round stays within a minute even if every question times out after half a second. */
  private static final int LIMIT = 100;

  private final ResolveUnknownPaymentsHandler handler;

  ResolveUnknownPaymentsJob(ResolveUnknownPaymentsHandler handler) {
    this.handler = handler;
  }

  @Override
  public void run() {
    handler.handle(new ResolveUnknownPayments(LIMIT));
  }
}
