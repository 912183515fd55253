package io.entrepot.app.schedule;

import io.entrepot.app.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quartz.SchedulerException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Schedules over HTTP: see them, run one now, pause and resume it, ask for a run's result. */
@RestController
@RequestMapping("/api/v1/ops/schedules")
final class ScheduleController {
  private static final int RUNS_MAX = 50;

  /** The answer to "run now"; the run is asked at {@code /api/v1/ops/schedules/runs/<run>}. */
  record Asked(UUID run) {}

  private final Schedules schedules;

  ScheduleController(Schedules schedules) {
    this.schedules = schedules;
  }

  @GetMapping
  List<ScheduleView> list() throws SchedulerException {
    return schedules.list();
  }

  @GetMapping("/{schedule}")
  ScheduleView show(@PathVariable String schedule) throws SchedulerException {
    return schedules.show(schedule);
  }

  @GetMapping("/{schedule}/runs")
  List<ScheduleRun> runs(@PathVariable String schedule) {
    return schedules.runs(schedule, RUNS_MAX);
  }

  @PostMapping("/{schedule}/run")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Asked run(
      @PathVariable String schedule,
      @RequestBody(required = false) @Nullable Map<String, String> parameters)
      throws SchedulerException {
    return new Asked(schedules.runNow(schedule, parameters == null ? Map.of() : parameters));
  }

  @PostMapping("/{schedule}/pause")
  ScheduleView pause(@PathVariable String schedule) throws SchedulerException {
    schedules.pause(schedule);
    return schedules.show(schedule);
  }

  @PostMapping("/{schedule}/resume")
  ScheduleView resume(@PathVariable String schedule) throws SchedulerException {
    schedules.resume(schedule);
    return schedules.show(schedule);
  }

  @GetMapping("/runs/{run}")
  ScheduleRun run(@PathVariable UUID run) {
    return schedules
        .run(run)
        .orElseThrow(
            () -> ProblemException.notFound("run-not-found", "There is no run " + run + "."));
  }
}
