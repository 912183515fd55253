package io.entrepot.app.schedule;

import io.entrepot.core.payment.ResolveUnknownPayments;
import io.entrepot.core.payment.ResolveUnknownPaymentsHandler;
import io.entrepot.core.payment.ResolvedPayments;
import org.springframework.stereotype.Component;

/** Asks the providers what became of the charges whose outcome is unknown. */
@Component
final class ResolvePaymentsTask implements ScheduledTask {
  private final ResolveUnknownPaymentsHandler payments;

  ResolvePaymentsTask(ResolveUnknownPaymentsHandler payments) {
    this.payments = payments;
  }

  @Override
  public String name() {
    return "resolve-payments";
  }

  @Override
  public String run(TaskRun run) {
    ResolvedPayments found = payments.handle(new ResolveUnknownPayments(run.limit()));
    return "%d payments found charged, %d refused, %d still unknown"
        .formatted(found.completed(), found.failed(), found.unknown());
  }
}
