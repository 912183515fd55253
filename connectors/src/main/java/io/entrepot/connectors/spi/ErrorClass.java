package io.entrepot.connectors.spi;

/**
 * Why a call did not work. The one set for all partners; what to do next ({@link Retry}), what
 * became of the work ({@link Outcome}) and whether the partner is in trouble all follow from it.
 */
public enum ErrorClass {
  /** No complete answer, late or cut off; the partner may have done the work. */
  TIMEOUT(Retry.BACK_OFF, Outcome.UNKNOWN, true),
  /** No connection: the partner has not seen the call. */
  REFUSED_CONNECTION(Retry.BACK_OFF, Outcome.NOT_DONE, true),
  /** Too many calls; {@link PartnerException#retryAfter()} if the partner said when. */
  RATE_LIMITED(Retry.WHEN_TOLD, Outcome.NOT_DONE, false),
  /** The partner failed (5xx); it may have done the work. */
  SERVER_ERROR(Retry.BACK_OFF, Outcome.UNKNOWN, true),
  /** The partner understood and refused; the same call will be refused again. */
  CLIENT_ERROR(Retry.NEVER, Outcome.NOT_DONE, false),
  /** A business "no", such as a card without cover: final, and nobody's fault. */
  DECLINED(Retry.NEVER, Outcome.DECLINED, false),
  /** The partner may or may not have done it, and repeating could do it twice: ask first. */
  UNKNOWN_OUTCOME(Retry.ASK_FIRST, Outcome.UNKNOWN, false),
  /** The answer is not what the protocol says: HTML, broken JSON, too large, a field missing. */
  BAD_ANSWER(Retry.BACK_OFF, Outcome.UNKNOWN, true),
  /** Our credentials, our configuration or our request is wrong: alarm, a person must act. */
  OUR_BUG(Retry.NEVER, Outcome.OUR_BUG, false);

  /** What may be done with the same call under the same idempotency key. */
  public enum Retry {
    /** Nothing: the answer would be the same. */
    NEVER,
    /** Ask the partner what became of it; a repetition could do the work twice. */
    ASK_FIRST,
    /** Try again, with growing pauses. */
    BACK_OFF,
    /** Try again after the pause that the partner named; with growing pauses if it named none. */
    WHEN_TOLD
  }

  /** What is known of the work. */
  public enum Outcome {
    /** Certainly not done. */
    NOT_DONE,
    /** Certainly not done, and it will not be: the partner's business says no. */
    DECLINED,
    /** Perhaps done. */
    UNKNOWN,
    /** Nothing is known but that a person must act. */
    OUR_BUG
  }

  private final Retry retry;
  private final Outcome outcome;
  private final boolean partnerDown;

  ErrorClass(Retry retry, Outcome outcome, boolean partnerDown) {
    this.retry = retry;
    this.outcome = outcome;
    this.partnerDown = partnerDown;
  }

  public Retry retry() {
    return retry;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Whether the same call with the same idempotency key may be made again without asking. */
  public boolean retryable() {
    return retry == Retry.BACK_OFF || retry == Retry.WHEN_TOLD;
  }

  /** Whether it speaks against the partner as a whole, and not against one document or our use. */
  public boolean partnerDown() {
    return partnerDown;
  }
}
