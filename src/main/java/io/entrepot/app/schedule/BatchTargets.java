package io.entrepot.app.schedule;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * {@code batch:<job>}: a Spring Batch job. Each run is an instance of its own; a job that must go
 * on where another run died finds that in its own tables.
 */
@Component
final class BatchTargets implements Targets.Kind {
  /** A job may leave one line for people under this key of its execution context. */
  static final String RESULT = "result";

  private final ObjectProvider<Job> jobs;
  private final JobLauncher launcher;

  BatchTargets(ObjectProvider<Job> jobs, JobLauncher launcher) {
    this.jobs = jobs;
    this.launcher = launcher;
  }

  @Override
  public String prefix() {
    return "batch";
  }

  @Override
  public ScheduledTask find(String name) {
    Map<String, Job> byName = jobs.stream().collect(Collectors.toMap(Job::getName, job -> job));
    Job job = byName.get(name);
    if (job == null) {
      throw new IllegalArgumentException(
          "no batch job '" + name + "'; there is: " + byName.keySet().stream().sorted().toList());
    }
    return new BatchTask(job);
  }

  private final class BatchTask implements ScheduledTask {
    private final Job job;

    BatchTask(Job job) {
      this.job = job;
    }

    @Override
    public String name() {
      return job.getName();
    }

    @Override
    public String run(TaskRun run) throws Exception {
      JobExecution execution = launcher.run(job, parameters(run));
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw failure(execution);
      }
      return execution.getExecutionContext().getString(RESULT, "completed");
    }

    private Exception failure(JobExecution execution) {
      return execution.getAllFailureExceptions().stream()
          .filter(Exception.class::isInstance)
          .map(Exception.class::cast)
          .findFirst()
          .orElseGet(
              () -> new IllegalStateException(job.getName() + " ended " + execution.getStatus()));
    }
  }

  private static JobParameters parameters(TaskRun run) {
    JobParametersBuilder parameters = new JobParametersBuilder();
    run.parameters().forEach(parameters::addString);
    return parameters
        .addString("run", run.id().toString())
        .addString("dueAt", run.dueAt().toString())
        .addString("zone", run.zone().getId())
        .addString("asked", Boolean.toString(run.asked()))
        .addLong("limit", (long) run.limit())
        .toJobParameters();
  }
}
