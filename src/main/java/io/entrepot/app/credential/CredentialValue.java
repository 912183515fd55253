package io.entrepot.app.credential;

import io.entrepot.app.problem.ProblemException;
import io.entrepot.connectors.spi.Secret;
import org.jspecify.annotations.Nullable;

/** What may be stored as a secret: a text that a header can carry, or a key in PEM. */
final class CredentialValue {
  private static final int LENGTH_MAX = 16_384;
  private static final String PEM = "-----BEGIN ";

  private CredentialValue() {}

  /** Without the one line end that editors and {@code echo} put behind it. */
  static Secret checked(@Nullable String value) {
    if (value == null || value.length() > LENGTH_MAX) {
      throw invalid("Send {\"value\": …} with at most " + LENGTH_MAX + " characters.");
    }
    String text = value.replaceFirst("\\r?\\n\\z", "");
    int control = control(text);
    if (control >= 0) {
      // A header with it would be refused at the next call, hours after whoever stored it has gone.
      throw invalid(
          "Character "
              + (control + 1)
              + " of the value is a control character, which no header can carry: send it without."
              + " Line breaks may stand in a PEM key only.");
    }
    try {
      return Secret.of(text);
    } catch (IllegalArgumentException e) {
      throw invalid("The value is empty or has a byte order mark in front.");
    }
  }

  private static int control(String text) {
    boolean pem = text.contains(PEM);
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (Character.isISOControl(one) && !(pem && (one == '\n' || one == '\r'))) {
        return i;
      }
    }
    return -1;
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.badRequest("value-invalid", detail);
  }
}
