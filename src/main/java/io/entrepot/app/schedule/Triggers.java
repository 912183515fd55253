package io.entrepot.app.schedule;

import static org.quartz.CronScheduleBuilder.cronSchedule;
import static org.quartz.JobBuilder.newJob;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.quartz.CronTrigger;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.springframework.stereotype.Component;

/** A schedule file in Quartz's words: one durable job, one cron trigger, sometimes one retry. */
@Component
final class Triggers {
  static final String GROUP = "schedule";
  private static final String RETRY_GROUP = "retry";

  private final Clock clock;

  Triggers(Clock clock) {
    this.clock = clock;
  }

  static JobKey jobKey(String schedule) {
    return JobKey.jobKey(schedule, GROUP);
  }

  static TriggerKey cronKey(String schedule) {
    return TriggerKey.triggerKey(schedule, GROUP);
  }

  /** Asks to be recovered: a run that died with its node is run again by another. */
  static JobDetail job(ScheduleFile file) {
    return newJob(ScheduledWork.class)
        .withIdentity(jobKey(file.schedule()))
        .storeDurably()
        .requestRecovery()
        .build();
  }

  static CronTrigger cron(ScheduleFile file) {
    return newTrigger()
        .withIdentity(cronKey(file.schedule()))
        .forJob(jobKey(file.schedule()))
        .withSchedule(
            file.misfire()
                .apply(cronSchedule(file.cron().quartz()))
                .inTimeZone(TimeZone.getTimeZone(file.zone())))
        .build();
  }

  static boolean same(Trigger kept, CronTrigger wanted) {
    return kept instanceof CronTrigger cron
        && cron.getCronExpression().equals(wanted.getCronExpression())
        && cron.getTimeZone().equals(wanted.getTimeZone())
        && cron.getMisfireInstruction() == wanted.getMisfireInstruction();
  }

  void runNow(Scheduler scheduler, String schedule, UUID run, Map<String, String> given)
      throws SchedulerException {
    JobDataMap data = parameters(given);
    data.put(ScheduledWork.RUN, run.toString());
    scheduler.triggerJob(jobKey(schedule), data);
  }

  void retry(Scheduler scheduler, ScheduleFile file, TaskRun failed, int attempt)
      throws SchedulerException {
    int afterSeconds = Optional.ofNullable(file.retry()).orElseThrow().afterSeconds();
    Trigger retry =
        newTrigger()
            .withIdentity(file.schedule(), RETRY_GROUP)
            .forJob(jobKey(file.schedule()))
            .usingJobData(parameters(failed.parameters()))
            .usingJobData(ScheduledWork.DUE, failed.dueAt().toString())
            .usingJobData(ScheduledWork.ATTEMPT, Integer.toString(attempt))
            .startAt(Date.from(clock.instant().plusSeconds(afterSeconds)))
            .build();
    scheduler.unscheduleJob(retry.getKey());
    scheduler.scheduleJob(retry);
  }

  private static JobDataMap parameters(Map<String, String> parameters) {
    JobDataMap data = new JobDataMap();
    parameters.forEach((key, value) -> data.put(ScheduledWork.PARAMETER + key, value));
    return data;
  }
}
