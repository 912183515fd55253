package io.entrepot.app.partner;

import io.entrepot.connectors.spi.PartnerException;

/** A later page could not be read; whoever iterates cannot be told otherwise. */
public final class PartnerReadingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PartnerReadingException(PartnerException cause) {
    super(cause.getMessage(), cause);
  }
}
