package io.entrepot.app.schedule;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one Quartz job: looks up its schedule's file and runs what stands there. */
@DisallowConcurrentExecution
public final class ScheduledWork implements Job {
  static final String RUN = "run";
  static final String DUE = "due";
  static final String ATTEMPT = "attempt";
  static final String PARAMETER = "parameter.";

  private static final String FIRST_FIRE_MILLIS =
      Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS;
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledWork.class);

  private final ScheduleFiles files;
  private final Targets targets;
  private final RunHistory history;
  private final ScheduleLock lock;
  private final Triggers triggers;

  ScheduledWork(
      ScheduleFiles files,
      Targets targets,
      RunHistory history,
      ScheduleLock lock,
      Triggers triggers) {
    this.files = files;
    this.targets = targets;
    this.history = history;
    this.lock = lock;
    this.triggers = triggers;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    String name = context.getJobDetail().getKey().getName();
    Optional<ScheduleFile> file = files.find(name);
    if (file.isEmpty()) {
      LOG.warn("schedule {} fired here but its file is gone: nothing run", name);
      return;
    }
    TaskRun run = taskRun(file.get(), context);
    try {
      if (!lock.whileHeld(name, () -> run(file.get(), run, context))) {
        history.failed(run.id(), "it was still running on another node: nothing was run twice");
      }
    } catch (SQLException unreachable) {
      throw new JobExecutionException("schedule " + name + " could not take its lock", unreachable);
    }
  }

  private void run(ScheduleFile file, TaskRun run, JobExecutionContext context) {
    if (!history.start(run.id(), file.schedule(), node(context))) {
      return;
    }
    try {
      String result = targets.find(file).run(run);
      history.done(run.id(), result);
      LOG.info("schedule {}: {}", file.schedule(), result);
    } catch (Exception failure) {
      LOG.warn("schedule {} failed", file.schedule(), failure);
      history.failed(run.id(), text(failure));
      retry(file, run, context);
    }
  }

  private TaskRun taskRun(ScheduleFile file, JobExecutionContext context) {
    JobDataMap data = context.getMergedJobDataMap();
    Map<String, String> parameters = new HashMap<>(file.parameters());
    data.forEach(
        (key, value) -> {
          if (key.startsWith(PARAMETER)) {
            parameters.put(key.substring(PARAMETER.length()), String.valueOf(value));
          }
        });
    String asked = data.getString(RUN);
    return new TaskRun(
        asked == null ? history.ask(file.schedule(), cause(data)) : UUID.fromString(asked),
        file.schedule(),
        dueAt(context),
        file.zone(),
        asked != null,
        file.limit(),
        parameters);
  }

  private static ScheduleRun.Cause cause(JobDataMap data) {
    return attempt(data) == 0 ? ScheduleRun.Cause.CRON : ScheduleRun.Cause.RETRY;
  }

  /** A retried or recovered run stands for the moment of its first try. */
  private static Instant dueAt(JobExecutionContext context) {
    JobDataMap data = context.getMergedJobDataMap();
    if (data.containsKey(DUE)) {
      return Instant.parse(data.getString(DUE));
    }
    return context.isRecovering()
        ? Instant.ofEpochMilli(Long.parseLong(data.getString(FIRST_FIRE_MILLIS)))
        : context.getScheduledFireTime().toInstant();
  }

  private void retry(ScheduleFile file, TaskRun run, JobExecutionContext context) {
    ScheduleFile.Retry retry = file.retry();
    int attempt = attempt(context.getMergedJobDataMap());
    if (retry == null || attempt >= retry.times()) {
      return;
    }
    try {
      triggers.retry(context.getScheduler(), file, run, attempt + 1);
    } catch (SchedulerException unscheduled) {
      LOG.error(
          "schedule {} failed and its retry could not be set: it runs again at its next fire",
          file.schedule(),
          unscheduled);
    }
  }

  private static int attempt(JobDataMap data) {
    return data.containsKey(ATTEMPT) ? data.getIntValue(ATTEMPT) : 0;
  }

  private static String node(JobExecutionContext context) {
    try {
      return context.getScheduler().getSchedulerInstanceId();
    } catch (SchedulerException unnamed) {
      return "unknown";
    }
  }

  private static String text(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
