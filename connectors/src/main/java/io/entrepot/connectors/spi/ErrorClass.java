package io.entrepot.connectors.spi;

/** Why a call did not work. The one set for all partners: retries, circuits and alarms go by it. */
public enum ErrorClass {
  /** No complete answer, late or cut off; the partner may have done the work. */
  TIMEOUT(true),
  /** No connection: the partner has not seen the call. */
  REFUSED_CONNECTION(true),
  /** Too many calls; {@link PartnerException#retryAfter()} if the partner said when. */
  RATE_LIMITED(true),
  /** The partner failed (5xx); it may have done the work. */
  SERVER_ERROR(true),
  /** The partner understood and refused; the same call will be refused again. */
  CLIENT_ERROR(false),
  /** A business "no", such as a card without cover: final, and nobody's fault. */
  DECLINED(false),
  /** The partner may or may not have done it, and repeating could do it twice: ask first. */
  UNKNOWN_OUTCOME(false),
  /** The answer is not what the protocol says: HTML, broken JSON, too large, a field missing. */
  BAD_ANSWER(true),
  /** Our credentials, our configuration or our request is wrong: alarm, a person must act. */
  OUR_BUG(false);

  private final boolean retryable;

  ErrorClass(boolean retryable) {
    this.retryable = retryable;
  }

  /** Whether the same call with the same idempotency key may be made again without asking. */
  public boolean retryable() {
    return retryable;
  }
}
