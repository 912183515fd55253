package io.entrepot.app.console;

import io.entrepot.app.message.MessageView;
import org.jspecify.annotations.Nullable;

/** A message as lists show it, with its mark. */
record MessageRow(MessageView message, StatusPill pill) {
  private static final String ORDER = "order:";
  private static final int TAIL = 8;

  static MessageRow of(MessageView message) {
    return new MessageRow(message, MessagePills.of(message.status()));
  }

  /** The order that the message is about, null when it is about something else. */
  public @Nullable String order() {
    var about = message.entityKey();
    return about != null && about.startsWith(ORDER) ? about.substring(ORDER.length()) : null;
  }

  /** The end of what it is about: ids of one day begin alike. */
  public String about() {
    var about = message.entityKey();
    if (about == null) {
      return "";
    }
    return about.length() <= TAIL * 2 ? about : "…" + about.substring(about.length() - TAIL);
  }
}
