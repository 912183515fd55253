package io.entrepot.app.imports;

import io.entrepot.app.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Works on one import as far as it goes; what stops it is written down and tried again. */
@Component
final class ImportWork {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
  private static final int ATTEMPTS_MAX = 10;
  private static final int BACKOFF_SECONDS_MAX = 60;

  private final ImportRuns runs;
  private final ImportJobs jobs;
  private final Mappings mappings;
  private final JobRepository repository;
  private final JobLauncher launcher;
  private final Clock clock;

  ImportWork(
      ImportRuns runs,
      ImportJobs jobs,
      Mappings mappings,
      JobRepository repository,
      JobLauncher launcher,
      Clock clock) {
    this.runs = runs;
    this.jobs = jobs;
    this.mappings = mappings;
    this.repository = repository;
    this.launcher = launcher;
    this.clock = clock;
  }

  /** The caller holds the lock of the import's mapping. */
  void on(ImportRun run, BooleanSupplier mayGoOn) {
    runs.begin(run.batchId());
    try {
      Job job = jobs.job(run, FileMapping.of(mappings, run.mapping()), mayGoOn);
      JobParameters parameters =
          new JobParametersBuilder()
              .addString("batch_id", run.batchId().toString())
              .toJobParameters();
      closeAbandoned(parameters);
      JobExecution execution = launcher.run(job, parameters);
      if (execution.getStatus() == BatchStatus.COMPLETED) {
        Files.deleteIfExists(run.file());
      } else {
        stopped(run, execution, mayGoOn);
      }
    } catch (JobExecutionException | IOException | RuntimeException e) {
      failed(run, e);
    }
  }

  /** A node that was killed left its execution as if it were running; nobody else may be at it. */
  private void closeAbandoned(JobParameters parameters) {
    JobExecution last = repository.getLastJobExecution(ImportJobs.NAME, parameters);
    if (last == null || !(last.isRunning() || last.getStatus() == BatchStatus.UNKNOWN)) {
      return;
    }
    for (StepExecution step : last.getStepExecutions()) {
      if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED.addExitDescription("the node was gone"));
        step.setEndTime(LocalDateTime.now(clock));
        repository.update(step);
      }
    }
    last.setStatus(BatchStatus.FAILED);
    last.setExitStatus(ExitStatus.FAILED.addExitDescription("the node was gone"));
    last.setEndTime(LocalDateTime.now(clock));
    repository.update(last);
  }

  private void stopped(ImportRun run, JobExecution execution, BooleanSupplier mayGoOn) {
    Throwable cause =
        execution.getAllFailureExceptions().stream()
            .findFirst()
            .orElseGet(() -> new IllegalStateException("ended " + execution.getStatus()));
    if (cause instanceof ImportInterrupted || !mayGoOn.getAsBoolean()) {
      LOG.info("Import {} is interrupted and goes on later", run.batchId());
      return;
    }
    failed(run, cause);
  }

  private void failed(ImportRun run, Throwable cause) {
    int attempt = run.attempts() + 1;
    LOG.warn("Import {} of {} stopped, try {}", run.batchId(), run.mapping(), attempt, cause);
    String error = String.valueOf(cause.getMessage());
    try {
      if (attempt >= ATTEMPTS_MAX) {
        runs.giveUp(run.batchId(), error);
      } else {
        long seconds = Math.min(1L << attempt, BACKOFF_SECONDS_MAX);
        runs.tryAgain(run.batchId(), error, Duration.ofSeconds(seconds));
      }
    } catch (DataAccessException e) {
      LOG.warn("The database is away; import {} goes on when it is back", run.batchId(), e);
    }
  }
}
