package io.entrepot.app.schedule;

import java.util.Collection;

/** Asked for a schedule that no file declares. */
public final class UnknownSchedule extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownSchedule(String name, Collection<String> known) {
    super("there is no schedule '" + name + "'; there is: " + String.join(", ", known));
  }
}
