package io.entrepot.app.export;

import java.util.Optional;
import java.util.UUID;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The job {@code erp-export}: plan a file, deliver it, until nothing is left. Each run is a new
 * job; what an earlier one left undone stands in the export's own tables.
 */
@Configuration(proxyBeanMethods = false)
class ErpExportJob {
  static final String NAME = "erp-export";

  private static final String FILE = "file";
  private static final String FILES = "files";
  private static final String ORDERS = "orders";
  private static final String ROWS = "rows";
  private static final ExitStatus NOTHING = new ExitStatus("NOTHING");

  private final ExportPlanner planner;
  private final ExportBooks books;
  private final ErpExport export;
  private final PlatformTransactionManager transactions;

  ErpExportJob(
      ExportPlanner planner,
      ExportBooks books,
      ErpExport export,
      PlatformTransactionManager transactions) {
    this.planner = planner;
    this.books = books;
    this.export = export;
    this.transactions = transactions;
  }

  @Bean
  Job dailyErpExport(JobRepository repository) {
    Step plan = step("plan", repository, this::plan);
    Step deliver = step("deliver", repository, this::deliver);
    return new JobBuilder(NAME, repository)
        .start(plan)
        .on(NOTHING.getExitCode())
        .end()
        .from(plan)
        .on(ExitStatus.COMPLETED.getExitCode())
        .to(deliver)
        .from(deliver)
        .on(ExitStatus.COMPLETED.getExitCode())
        .to(plan)
        .end()
        .build();
  }

  private interface Work {
    void run(StepContribution contribution) throws Exception;
  }

  /** Without a transaction of the step's own: a partner is called, and the books keep theirs. */
  private Step step(String name, JobRepository repository, Work work) {
    return new StepBuilder(name, repository)
        .tasklet(
            (contribution, chunk) -> {
              work.run(contribution);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .allowStartIfComplete(true)
        .build();
  }

  private void plan(StepContribution contribution) {
    JobExecution job = contribution.getStepExecution().getJobExecution();
    Optional<ExportFile> next =
        planner.next(ExportRequest.of(job.getJobParameters()), last(job.getExecutionContext()));
    if (next.isEmpty()) {
      contribution.setExitStatus(NOTHING);
      job.getExecutionContext().putString("result", summary(job.getExecutionContext()));
      return;
    }
    job.getExecutionContext().putString(FILE, next.get().id().toString());
  }

  private void deliver(StepContribution contribution) throws Exception {
    JobExecution job = contribution.getStepExecution().getJobExecution();
    ExecutionContext context = job.getExecutionContext();
    ExportFile file = last(context).orElseThrow();
    ControlTotals totals = export.deliver(file, ExportRequest.of(job.getJobParameters()));
    contribution.incrementWriteCount(totals.rows());
    add(context, FILES, 1);
    add(context, ORDERS, totals.orders());
    add(context, ROWS, totals.rows());
  }

  private Optional<ExportFile> last(ExecutionContext context) {
    return Optional.ofNullable(context.getString(FILE, null))
        .map(UUID::fromString)
        .map(books::file);
  }

  private static void add(ExecutionContext context, String key, int more) {
    context.putInt(key, context.getInt(key, 0) + more);
  }

  private static String summary(ExecutionContext context) {
    return "%d files with %d orders in %d rows"
        .formatted(context.getInt(FILES, 0), context.getInt(ORDERS, 0), context.getInt(ROWS, 0));
  }
}
