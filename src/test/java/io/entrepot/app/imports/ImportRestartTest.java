package io.entrepot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entrepot.app.TestHub;
import io.entrepot.app.mapping.Mappings;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.order.OrderQueries;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node that is killed leaves behind, another goes on with. */
class ImportRestartTest {
  private static final String MAPPING = "online-retail/order.inbound";
  private static final int ORDERS = 60;
  private static final int PAGE = 25;
  private static final int FIRST = 910_001;

  private final TestHub hub = TestHub.shared();
  private final Imports imports = hub.bean(Imports.class);
  private final ImportRuns runs = hub.bean(ImportRuns.class);
  private final ImportLock lock = hub.bean(ImportLock.class);

  @Test
  void anImportKilledAmongItsOrdersComesToTheSameCountsWithoutDuplicates() throws Exception {
    UUID batch;
    try (ImportLock.Held held = lock.take(MAPPING)) {
      assertThat(held).isNotNull();
      batch = submit("K1").batchId();
      int pages = 2;
      dieAfter(batch, 1 + pages);
      forgetOutcomes(batch);
    }

    ImportView done = ended(batch);

    assertThat(done.rowsRead()).isEqualTo(ORDERS);
    assertThat(done.ordersTotal()).isEqualTo(ORDERS);
    assertThat(done.ordersPlaced()).isEqualTo(57);
    assertThat(done.ordersRefused()).isEqualTo(3);
    assertThat(done.alreadyImported()).isZero();
    assertThat(orders(batch)).isEqualTo(57);
    assertThat(hub.bean(InventoryQueries.class).check()).isEmpty();
  }

  @Test
  void anImportThatWasKilledWhileItReadIsReadOnce() throws Exception {
    UUID batch;
    try (ImportLock.Held held = lock.take(MAPPING)) {
      assertThat(held).isNotNull();
      batch = submit("K2").batchId();
      dieAfter(batch, 0);
    }

    ImportView done = ended(batch);

    assertThat(done.rowsRead()).isEqualTo(ORDERS);
    assertThat(done.ordersPlaced() + done.ordersRefused()).isEqualTo(ORDERS);
  }

  @Test
  void whileOneNodeIsAtItNoOtherTakesIt() throws Exception {
    try (ImportLock.Held first = lock.take("some/mapping.inbound")) {
      assertThat(first).isNotNull();
      assertThat(lock.take("some/mapping.inbound")).isNull();
    }
    try (ImportLock.Held free = lock.take("some/mapping.inbound")) {
      assertThat(free).isNotNull();
    }
  }

  /** Every order wants one of the same thing; 95 % of 60 are 57. */
  private ImportView submit(String sku) {
    StringBuilder file =
        new StringBuilder(
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
    for (int i = 0; i < ORDERS; i++) {
      int invoice = FIRST + i + (sku.equals("K1") ? 0 : ORDERS);
      file.append(invoice).append(",").append(sku).append(",X,1,1/12/2010,1,,Japan\n");
    }
    byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
    return imports.submit(
        new Submission(MAPPING, "killed.csv", OpeningStock.FROM_FILE),
        new ByteArrayInputStream(bytes));
  }

  /** Runs the job until it has asked so often whether it may go on; leaves it as if running. */
  private void dieAfter(UUID batch, int leaves) throws Exception {
    ImportRun run = runs.unfinished(batch).orElseThrow();
    AtomicInteger left = new AtomicInteger(leaves);
    FileMapping mapping = FileMapping.of(hub.bean(Mappings.class), MAPPING);
    JobExecution execution =
        hub.bean(JobLauncher.class)
            .run(
                hub.bean(ImportJobs.class)
                    .job(run, mapping, PAGE, () -> left.getAndDecrement() > 0),
                new JobParametersBuilder()
                    .addString("batch_id", batch.toString())
                    .toJobParameters());
    assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
    hub.bean(JdbcClient.class)
        .sql(
            """
            WITH job AS (
              UPDATE batch.batch_job_execution SET status = 'STARTED', end_time = NULL
              WHERE job_execution_id = :id RETURNING job_execution_id)
            UPDATE batch.batch_step_execution step SET status = 'STARTED', end_time = NULL
            FROM job WHERE step.job_execution_id = job.job_execution_id AND step.status = 'FAILED'
            """)
        .param("id", execution.getId())
        .update();
  }

  /** The core has committed the orders of the last page; we had not yet written that down. */
  private void forgetOutcomes(UUID batch) {
    JdbcClient jdbc = hub.bean(JdbcClient.class);
    int forgotten =
        jdbc.sql(
                """
                UPDATE batch.import_order SET status = 'PENDING', order_id = NULL
                WHERE batch_id = :id AND status = 'PLACED' AND ordinal > 25
                """)
            .param("id", batch)
            .update();
    assertThat(forgotten).isEqualTo(25);
    jdbc.sql(
            """
            UPDATE batch.import_run SET orders_placed = orders_placed - 25 WHERE batch_id = :id
            """)
        .param("id", batch)
        .update();
  }

  private long orders(UUID batch) {
    return hub.bean(OrderQueries.class).countByStatus(batch).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private ImportView ended(UUID batch) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> imports.find(batch).orElseThrow(), ImportView::finished);
  }
}
