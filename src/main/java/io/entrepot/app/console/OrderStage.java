package io.entrepot.app.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stage of an order's way, as the rail over the page shows it.
 *
 * @param name its part of the message keys: placed, payment, warehouse, carrier, notice
 * @param mark ok, warn, fail, paused, unknown, run or wait
 * @param text the last part of the key of its sentence
 * @param detail a name that belongs into the sentence: a provider, a carrier
 */
record OrderStage(
    String name, String mark, String text, @Nullable String detail, @Nullable Instant at) {
  public String title() {
    return "stage." + name;
  }

  public String sentence() {
    return "stage." + name + "." + text;
  }
}
