package io.entrepot.connectors.spi.sandbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * The faults that the frame itself knows; a {@link Sandbox} says which beyond the wire's it has.
 */
public final class StandardFault {
  public static final String HANG = "hang";
  public static final String SLOW = "slow";
  public static final String RATE_LIMIT = "rate-limit";
  public static final String ERROR_BEFORE = "error-before";
  public static final String ERROR_AFTER = "error-after";
  public static final String DROP_AFTER = "drop-after";
  public static final String HTML = "html";
  public static final String CLOCK_SKEW = "clock-skew";
  public static final String TOKEN_REVOKED = "token-revoked";
  public static final String NOTICE_TWICE = "notice-twice";
  public static final String NOTICE_LATE = "notice-late";
  public static final String NOTICE_OUT_OF_ORDER = "notice-out-of-order";
  public static final String NOTICE_FORGED = "notice-forged";

  /** One of the wire's faults at each strike, which one the seed decides. */
  public static final String ANY = "any";

  /** Of the network and of a server in trouble; every partner has them. */
  public static final List<FaultName> WIRE =
      List.of(
          new FaultName(HANG, "takes the request, does nothing and does not answer", 60_000),
          new FaultName(SLOW, "does the work and answers late", 3_000),
          new FaultName(ERROR_BEFORE, "answers 500 without doing the work"),
          new FaultName(RATE_LIMIT, "answers 429 with Retry-After, the work undone", 1_000),
          new FaultName(DROP_AFTER, "does the work, then drops the connection"),
          new FaultName(ERROR_AFTER, "does the work, then answers 500"),
          new FaultName(HTML, "does the work, then answers 200 with a page instead of JSON"));

  /** The partner's clock, of everything that it dates or signs; every partner has it. */
  static final FaultName SKEW =
      new FaultName(CLOCK_SKEW, "the partner's clock is six minutes ahead", 360_000);

  static final FaultName ANY_OF_WIRE =
      new FaultName(ANY, "one of " + names(WIRE) + "; the seed decides which");

  /** Of partners that check a credential. */
  public static final List<FaultName> CREDENTIALS =
      List.of(new FaultName(TOKEN_REVOKED, "the credential of this call is void from now on"));

  /** Of partners that send notices; struck by {@link Notices}. */
  public static final List<FaultName> NOTICES =
      List.of(
          new FaultName(NOTICE_TWICE, "a notice is sent twice"),
          new FaultName(NOTICE_LATE, "a notice is sent late, and those after it too", 10_000),
          new FaultName(NOTICE_OUT_OF_ORDER, "a notice is sent after the next one, or late", 3_000),
          new FaultName(NOTICE_FORGED, "a notice with a wrong signature or secret goes first"));

  /** Of partners that do both. */
  public static final List<FaultName> CREDENTIALS_AND_NOTICES =
      Stream.of(CREDENTIALS, NOTICES).flatMap(List::stream).toList();

  private StandardFault() {}

  private static String names(List<FaultName> faults) {
    return String.join(", ", faults.stream().map(FaultName::name).toList());
  }
}
