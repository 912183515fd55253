package io.entrepot.app.console;

import io.entrepot.app.message.MessageStatus;

/** Marks of messages. */
final class MessagePills {
  private MessagePills() {}

  static StatusPill of(MessageStatus status) {
    var mark =
        switch (status) {
          case RECEIVED -> "wait";
          case PROCESSING -> "run";
          case DONE -> "ok";
          case RETRY -> "warn";
          case DEAD -> "fail";
        };
    return new StatusPill(mark, "message.status." + status);
  }
}
