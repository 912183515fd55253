package io.entrepot.app.message;

import java.util.UUID;

/** A message was asked to go where its status does not lead. */
public final class IllegalTransition extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  IllegalTransition(UUID id, MessageStatus from, MessageStatus to) {
    super("message " + id + " is " + from + " and cannot become " + to);
  }
}
