package io.entrepot.core.commit;

/** The command failed when it was tried alone; nothing of it was written. */
public final class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CommandFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
