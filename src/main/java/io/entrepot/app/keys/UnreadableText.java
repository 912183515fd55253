package io.entrepot.app.keys;

/** A sealed text that cannot be opened: changed, cut short, or its key is missing. */
public final class UnreadableText extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  UnreadableText(String message) {
    super(message);
  }
}
