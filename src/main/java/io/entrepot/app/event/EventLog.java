package io.entrepot.app.event;

import java.util.List;
import java.util.UUID;

/** Reads what was committed. */
public interface EventLog {
  /** All events of one correlation id, in order of commit, at most 1 000. */
  List<RecordedEvent> byCorrelation(UUID correlationId);
}
