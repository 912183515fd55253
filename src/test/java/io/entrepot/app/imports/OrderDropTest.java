package io.entrepot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entrepot.app.TestHub;
import io.entrepot.app.node.SftpAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.sftp.client.SftpClient;
import org.junit.jupiter.api.Test;

/** Files in the home of the shop's SFTP login, as a partner's upload leaves them. */
class OrderDropTest {
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestHub hub = TestHub.shared();
  private final Imports imports = hub.bean(Imports.class);
  private final Path drop = hub.data().resolve("sftp/home/shop/orders/online-retail");

  @Test
  void aFileThatGrowsIsTakenOnceAndWholeAndArchived() throws Exception {
    awaitFolder();
    Path file = Files.writeString(drop.resolve("growing.csv"), HEADER + row(920_001));
    Files.writeString(drop.resolve("upload.csv.part"), HEADER + row(920_009));
    for (int i = 2; i <= 4; i++) {
      await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
      Files.writeString(file, row(920_000 + i), StandardOpenOption.APPEND);
    }

    await().atMost(PATIENCE).until(() -> named("archive", "growing.csv").size() == 1);

    assertThat(file).doesNotExist();
    List<ImportView> taken = taken("growing.csv");
    assertThat(taken).hasSize(1);
    await().atMost(PATIENCE).until(() -> taken("growing.csv").get(0).finished());
    assertThat(taken("growing.csv").get(0).rowsRead()).isEqualTo(4);
    assertThat(taken("upload.csv.part")).isEmpty();
  }

  @Test
  void aFileWithItsDoneMarkerIsTakenAtOnce() throws Exception {
    awaitFolder();
    Files.writeString(drop.resolve("marked.csv.done"), "");
    Files.writeString(drop.resolve("marked.csv"), HEADER + row(920_011));

    await().atMost(PATIENCE).until(() -> named("archive", "marked.csv").size() == 1);

    await().atMost(PATIENCE).until(() -> !Files.exists(drop.resolve("marked.csv.done")));
    assertThat(taken("marked.csv")).hasSize(1);
  }

  @Test
  void aFileThatIsNoneGoesToErrorWithTheReasonBesideIt() throws Exception {
    awaitFolder();
    Files.writeString(drop.resolve("broken.csv"), "a,b,c\n1,2,3\n");

    await().atMost(PATIENCE).until(() -> named("error", "broken.csv.reason.txt").size() == 1);

    assertThat(named("error", "broken.csv.reason.txt").get(0))
        .content()
        .contains("import-header-missing");
    assertThat(named("error", "broken.csv")).hasSize(1);
    assertThat(taken("broken.csv")).isEmpty();
  }

  @Test
  void anUploadWhoseClientDiesIsNeverImported() throws Exception {
    awaitFolder();
    String half = HEADER + row(920_021) + row(920_021) + "920021,DROP";
    upload("dying.csv", half, session -> session.getIoSession().close(true));

    await().atMost(PATIENCE).until(() -> Files.exists(drop.resolve("dying.csv.broken.txt")));

    assertThat(drop.resolve("dying.csv")).doesNotExist();
    assertThat(drop.resolve("dying.csv.part")).hasContent(half);
    upload("sentinel.csv", HEADER + row(920_022), session -> {});
    await().atMost(PATIENCE).until(() -> named("archive", "sentinel.csv").size() == 1);
    assertThat(taken("dying.csv")).isEmpty();
    assertThat(taken("dying.csv.part")).isEmpty();
  }

  @Test
  void aClientThatStallsIsWaitedForHoweverLong() throws Exception {
    awaitFolder();
    try (Upload stalled = new Upload(hub.bean(SftpAccounts.class).of(SftpAccounts.SHOP))) {
      SftpClient.CloseableHandle handle = stalled.begin(path("stalling.csv"));
      String first = HEADER + row(920_031);
      stalled.write(handle, 0, first);
      // By its size alone it would be whole when the other, which is dropped later, is.
      await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
      Files.writeString(drop.resolve("other.csv"), HEADER + row(920_032));
      await().atMost(PATIENCE).until(() -> named("archive", "other.csv").size() == 1);
      assertThat(drop.resolve("stalling.csv")).exists();
      stalled.write(handle, first.length(), row(920_033));
      handle.close();
    }

    await().atMost(PATIENCE).until(() -> named("archive", "stalling.csv").size() == 1);
    await().atMost(PATIENCE).until(() -> taken("stalling.csv").get(0).finished());
    assertThat(taken("stalling.csv")).extracting(ImportView::rowsRead).containsExactly(2L);
  }

  @Test
  void aFileInTheWrongFolderIsToldWhereToGo() throws Exception {
    awaitFolder();
    Path wrong = Files.writeString(drop.resolveSibling("lost.csv"), HEADER + row(920_041));
    Path note = drop.resolveSibling("lost.csv.reason.txt");

    await().atMost(PATIENCE).until(() -> Files.exists(note) && Files.size(note) > 0);

    assertThat(note).content().contains("WRONG_FOLDER", "orders/online-retail");
    assertThat(wrong).exists();
  }

  private static String path(String name) {
    return "/orders/online-retail/" + name;
  }

  private void upload(String name, String content, Upload.End end) throws IOException {
    try (Upload upload = new Upload(hub.bean(SftpAccounts.class).of(SftpAccounts.SHOP))) {
      SftpClient.CloseableHandle handle = upload.begin(path(name));
      upload.write(handle, 0, content);
      end.of(upload.session());
      if (upload.session().isOpen()) {
        handle.close();
      }
    }
  }

  private void awaitFolder() {
    await().atMost(PATIENCE).until(() -> Files.isDirectory(drop.resolve("error")));
  }

  private List<ImportView> taken(String name) {
    return imports.latest(200).stream().filter(run -> run.file().equals(name)).toList();
  }

  private List<Path> named(String folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(drop.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith("-" + name)).toList();
    }
  }

  private static String row(int invoice) {
    return invoice + ",DROP-" + invoice + ",X,1,1/12/2010,1,,Japan\n";
  }
}
