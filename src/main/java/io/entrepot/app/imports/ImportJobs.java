package io.entrepot.app.imports;

import io.entrepot.app.mapping.CsvSource;
import io.entrepot.app.mapping.Mapping;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** Builds the Spring Batch job of one import: stage, group, products, orders, finish. */
@Component
final class ImportJobs {
  static final String NAME = "import";
  private static final int STAGE_ROWS = 1_000;
  private static final int PRODUCTS_PAGE = 500;
  private static final int ORDERS_PAGE = 250;

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final ImportRuns runs;
  private final ImportRows rows;
  private final ImportOrders orders;
  private final ProductOpening opening;
  private final OrderPlacing placing;

  ImportJobs(
      JobRepository repository,
      PlatformTransactionManager transactions,
      ImportRuns runs,
      ImportRows rows,
      ImportOrders orders,
      ProductOpening opening,
      OrderPlacing placing) {
    this.repository = repository;
    this.transactions = transactions;
    this.runs = runs;
    this.rows = rows;
    this.orders = orders;
    this.opening = opening;
    this.placing = placing;
  }

  /**
   * The job of that import.
   *
   * @param mayGoOn asked before each page; false stops the job so that it can be restarted
   */
  Job job(ImportRun run, FileMapping mapping, BooleanSupplier mayGoOn) {
    return job(run, mapping, ORDERS_PAGE, mayGoOn);
  }

  /** With so many orders under way at once, which is also what a crash leaves to be looked up. */
  Job job(ImportRun run, FileMapping mapping, int page, BooleanSupplier mayGoOn) {
    return new JobBuilder(NAME, repository)
        .start(stage(run, mapping))
        .next(group(run, mapping))
        .next(products(run, mapping, mayGoOn))
        .next(orders(run, mapping, page, mayGoOn))
        .next(finish(run))
        .build();
  }

  private Step stage(ImportRun run, FileMapping mapping) {
    CsvSource source = mapping.source();
    return new StepBuilder("stage", repository)
        .<CsvRow, StagedRow>chunk(STAGE_ROWS, transactions)
        .reader(new StageReader(run.file(), source.encoding(), source.delimiter()))
        .processor(new RowJudge(mapping, run.header()))
        .writer(new StageWriter(run, rows, runs))
        .build();
  }

  private Step group(ImportRun run, FileMapping mapping) {
    return new StepBuilder("group", repository)
        .tasklet(
            (contribution, context) -> {
              orders.group(run.batchId(), mapping.orders().name());
              runs.enter(run.batchId(), "PRODUCTS");
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  private Step products(ImportRun run, FileMapping mapping, BooleanSupplier mayGoOn) {
    return outsideTransactions(
        "products",
        (contribution, context) -> {
          Mapping products = mapping.products();
          CsvSource source = mapping.productSource();
          if (run.opensStock() && products != null && source != null) {
            openAll(run, products, source, mayGoOn);
          }
          runs.enter(run.batchId(), "ORDERS");
          return RepeatStatus.FINISHED;
        });
  }

  private void openAll(ImportRun run, Mapping products, CsvSource source, BooleanSupplier mayGoOn) {
    List<ProductRows> page = orders.products(run.batchId(), "", PRODUCTS_PAGE);
    while (!page.isEmpty()) {
      requireLeave(mayGoOn);
      int rejected = opening.open(run, products, source, page);
      runs.staged(run.batchId(), 0, -rejected, rejected, 0);
      String last = page.get(page.size() - 1).key();
      page = orders.products(run.batchId(), last, PRODUCTS_PAGE);
    }
  }

  private Step orders(ImportRun run, FileMapping mapping, int page, BooleanSupplier mayGoOn) {
    return outsideTransactions(
        "orders",
        (contribution, context) -> {
          requireLeave(mayGoOn);
          List<OrderOutcome> outcomes =
              placing.place(run, mapping, orders.next(run.batchId(), page));
          orders.record(run.batchId(), outcomes);
          return RepeatStatus.continueIf(!outcomes.isEmpty());
        });
  }

  private Step finish(ImportRun run) {
    return new StepBuilder("finish", repository)
        .tasklet(
            (contribution, context) -> {
              rows.giveBack(run.batchId());
              rows.forgetImported(run.batchId());
              runs.complete(run.batchId());
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  /** The core commits for itself and refuses to work within a transaction of somebody else. */
  private Step outsideTransactions(String name, Tasklet tasklet) {
    return new StepBuilder(name, repository)
        .tasklet(tasklet, transactions)
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .build();
  }

  private static void requireLeave(BooleanSupplier mayGoOn) {
    if (!mayGoOn.getAsBoolean()) {
      throw new ImportInterrupted();
    }
  }
}
