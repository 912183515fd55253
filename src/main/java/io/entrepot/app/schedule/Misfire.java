package io.entrepot.app.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.quartz.CronScheduleBuilder;

/** What happens with fires that were missed while no node was up. */
public enum Misfire {
  /** However many were missed: one run at once, then by the clock again. */
  @JsonProperty("run-once")
  RUN_ONCE,
  /** They are left out; the next one is the next by the clock. */
  @JsonProperty("skip")
  SKIP;

  CronScheduleBuilder apply(CronScheduleBuilder schedule) {
    return switch (this) {
      case RUN_ONCE -> schedule.withMisfireHandlingInstructionFireAndProceed();
      case SKIP -> schedule.withMisfireHandlingInstructionDoNothing();
    };
  }
}
