package io.entrepot.app.problem;

import org.springframework.http.HttpStatus;

/**
 * Ends a request with a problem: a stable code for machines, and a detail that tells a person what
 * to do.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;

  /**
   * What to answer.
   *
   * @param code words with hyphens, as in {@code order-not-found}
   * @param detail safe to show: no secret, no personal data
   */
  public ProblemException(HttpStatus status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  public static ProblemException notFound(String code, String detail) {
    return new ProblemException(HttpStatus.NOT_FOUND, code, detail);
  }

  public static ProblemException badRequest(String code, String detail) {
    return new ProblemException(HttpStatus.BAD_REQUEST, code, detail);
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }
}
