package io.entrepot.app.schedule;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Turns a schedule's {@code job:} into something that runs. */
@Component
final class Targets {
  /** One kind of target: the word before the colon, and what finds the rest. */
  interface Kind {
    String prefix();

    /**
     * Finds it.
     *
     * @throws IllegalArgumentException when there is no such target
     */
    ScheduledTask find(String name);
  }

  private final Map<String, Kind> kinds;

  Targets(ObjectProvider<Kind> kinds) {
    this.kinds = kinds.stream().collect(Collectors.toMap(Kind::prefix, Function.identity()));
  }

  ScheduledTask find(ScheduleFile file) {
    String[] parts = file.job().split(":", 2);
    Kind kind = kinds.get(parts[0]);
    if (kind == null || parts.length < 2) {
      throw new IllegalArgumentException(
          "schedules/%s.yaml: job '%s' must begin with one of %s and a colon"
              .formatted(file.schedule(), file.job(), kinds.keySet().stream().sorted().toList()));
    }
    return kind.find(parts[1]);
  }
}
