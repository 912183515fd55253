package io.entrepot.app.schedule;

import java.util.Collection;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes Quartz's tables say what the files say; what an operator paused stays paused. */
@Component
final class ScheduleRegistrar {
  private final ScheduleFiles files;
  private final Targets targets;
  private final Scheduler scheduler;

  ScheduleRegistrar(ScheduleFiles files, Targets targets, Scheduler scheduler) {
    this.files = files;
    this.targets = targets;
    this.scheduler = scheduler;
  }

  @EventListener(ApplicationReadyEvent.class)
  void register() throws SchedulerException {
    Collection<ScheduleFile> wanted = files.all();
    wanted.forEach(targets::find);
    for (ScheduleFile file : wanted) {
      scheduler.addJob(Triggers.job(file), true);
      schedule(file);
    }
    removeGone();
  }

  private void schedule(ScheduleFile file) throws SchedulerException {
    CronTrigger wanted = Triggers.cron(file);
    TriggerKey key = wanted.getKey();
    Trigger kept = scheduler.getTrigger(key);
    if (kept == null) {
      add(wanted);
    } else if (!Triggers.same(kept, wanted)) {
      boolean paused = scheduler.getTriggerState(key) == Trigger.TriggerState.PAUSED;
      scheduler.rescheduleJob(key, wanted);
      if (paused) {
        scheduler.pauseTrigger(key);
      }
    }
  }

  private void add(CronTrigger wanted) throws SchedulerException {
    try {
      scheduler.scheduleJob(wanted);
    } catch (ObjectAlreadyExistsException otherNodeWasFaster) {
      // Both nodes read the same file: whichever came first wrote what this one wanted to.
    }
  }

  private void removeGone() throws SchedulerException {
    for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(Triggers.GROUP))) {
      if (files.find(key.getName()).isEmpty()) {
        scheduler.deleteJob(key);
      }
    }
  }
}
