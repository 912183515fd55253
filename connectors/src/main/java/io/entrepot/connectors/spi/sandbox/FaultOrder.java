package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Switches a fault on.
 *
 * @param rate share of the chances that it strikes, above 0 and at most 1
 * @param seed decides which chances: the same seed, the same ones
 * @param count strikes after which it is over
 * @param millis how long it takes; 0 keeps the fault's own time
 */
record FaultOrder(String name, double rate, long seed, long count, long millis) {
  static final long DAY_MILLIS = 86_400_000;

  FaultOrder {
    if (!(rate > 0 && rate <= 1) || count < 1) {
      throw new IllegalArgumentException("a rate is above 0 and at most 1, a count at least 1");
    }
    if (millis < 0 || millis > DAY_MILLIS) {
      throw new IllegalArgumentException("millis are from 0 to a day: " + DAY_MILLIS);
    }
  }

  static FaultOrder of(JsonNode body) {
    return new FaultOrder(
        body.path("name").asText(),
        body.path("rate").asDouble(1),
        body.path("seed").asLong(0),
        body.path("count").asLong(Long.MAX_VALUE),
        body.path("millis").asLong(0));
  }

  FaultOrder lasting(long fallbackMillis) {
    return millis > 0 ? this : new FaultOrder(name, rate, seed, count, fallbackMillis);
  }
}
