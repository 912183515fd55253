package io.entrepot.app.schedule;

import io.entrepot.app.problem.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.springframework.stereotype.Service;

/** What an operator may see of the schedules and do with them. */
@Service
public final class Schedules {
  private static final int NEXT_FIRES = 3;

  private final ScheduleFiles files;
  private final RunHistory history;
  private final Triggers triggers;
  private final Scheduler scheduler;
  private final Clock clock;

  Schedules(
      ScheduleFiles files,
      RunHistory history,
      Triggers triggers,
      Scheduler scheduler,
      Clock clock) {
    this.files = files;
    this.history = history;
    this.triggers = triggers;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  public List<ScheduleView> list() throws SchedulerException {
    List<ScheduleView> views = new ArrayList<>();
    for (ScheduleFile file : files.all()) {
      views.add(view(file));
    }
    return views;
  }

  public ScheduleView show(String schedule) throws SchedulerException {
    return view(file(schedule));
  }

  /** Runs it at the next free moment on any node, paused or not; the id answers {@link #run}. */
  public UUID runNow(String schedule, Map<String, String> parameters) throws SchedulerException {
    UUID run = history.ask(file(schedule).schedule(), ScheduleRun.Cause.ASKED);
    triggers.runNow(scheduler, schedule, run, parameters);
    return run;
  }

  public void pause(String schedule) throws SchedulerException {
    scheduler.pauseJob(Triggers.jobKey(file(schedule).schedule()));
  }

  public void resume(String schedule) throws SchedulerException {
    scheduler.resumeJob(Triggers.jobKey(file(schedule).schedule()));
  }

  /** Empty when there never was such a run. */
  public Optional<ScheduleRun> run(UUID id) {
    return history.find(id);
  }

  /** The latest runs, newest first. */
  public List<ScheduleRun> runs(String schedule, int limit) {
    return history.latest(file(schedule).schedule(), limit);
  }

  private ScheduleFile file(String schedule) {
    return files
        .find(schedule)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "schedule-not-found",
                    "There is no schedule '%s'; there is: %s"
                        .formatted(schedule, String.join(", ", files.names()))));
  }

  private ScheduleView view(ScheduleFile file) throws SchedulerException {
    Trigger.TriggerState state = scheduler.getTriggerState(Triggers.cronKey(file.schedule()));
    return new ScheduleView(
        file.schedule(),
        file.job(),
        file.cron().text(),
        file.zone().getId(),
        file.misfire(),
        state.name(),
        state == Trigger.TriggerState.PAUSED
            ? List.of()
            : file.cron().nextAfter(clock.instant(), file.zone(), NEXT_FIRES),
        history.latest(file.schedule(), 1).stream().findFirst().orElse(null));
  }
}
