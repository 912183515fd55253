package io.entrepot.core.payment;

/** What is known of one charge; stored by name. */
public enum AttemptOutcome {
  SENT,
  APPROVED,
  DECLINED,
  UNKNOWN
}
