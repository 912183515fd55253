package io.entrepot.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that end well and badly, by a real client over loopback. */
class UploadsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path root;
  private SftpEndpoint endpoint;
  private SshClient client;
  private ClientSession session;
  private SftpClient sftp;

  @BeforeEach
  void start() throws IOException {
    client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier((peer, address, key) -> true);
    client.start();
    serve();
  }

  @AfterEach
  void stop() {
    client.stop();
    endpoint.close();
  }

  @Test
  void clientThatDiesInTheMiddleLeavesAPartAndTheReason() throws Exception {
    begin("/orders.csv", "a,b\n1,");
    assertThat(home(".orders.csv.open")).exists();

    session.getIoSession().close(true);

    await().atMost(PATIENCE).until(() -> !Files.exists(home(".orders.csv.open")));
    assertThat(home("orders.csv")).doesNotExist();
    assertThat(home("orders.csv.part")).hasContent("a,b\n1,");
    assertThat(home("orders.csv.broken.txt"))
        .content()
        .contains("UPLOAD_BROKEN_OFF", "after 6 bytes", "Send the whole file again");
  }

  @Test
  void fileThatIsClosedIsWholeAndMarkedNoMore() throws Exception {
    SftpClient.CloseableHandle handle = begin("/orders.csv", "a,b\n");
    assertThat(home(".orders.csv.open")).exists();
    assertThatThrownBy(() -> sftp.rename("/orders.csv", "/other.csv"))
        .isInstanceOf(IOException.class);

    handle.close();
    session.getIoSession().close(true);

    await().atMost(PATIENCE).until(() -> session.isClosed());
    assertThat(home(".orders.csv.open")).doesNotExist();
    assertThat(home("orders.csv")).hasContent("a,b\n");
    assertThat(home("orders.csv.broken.txt")).doesNotExist();
  }

  @Test
  void unfinishedNameIsTheClientsOwnMatter() throws Exception {
    begin("/orders.csv.part", "a,b");
    assertThat(home(".orders.csv.part.open")).doesNotExist();

    sftp.rename("/orders.csv.part", "/orders.csv");

    assertThat(home("orders.csv")).exists();
  }

  @Test
  void whatAKilledServerWasReceivingIsSetAsideAtTheNextStart() throws Exception {
    endpoint.close();
    Path folder = Files.createDirectories(home("orders/shop"));
    Files.writeString(folder.resolve("half.csv"), "a,b\n1");
    Files.createFile(folder.resolve(".half.csv.open"));

    serve();

    assertThat(folder.resolve("half.csv.part")).hasContent("a,b\n1");
    assertThat(folder.resolve("half.csv.broken.txt")).content().contains("the hub was stopped");
    assertThat(folder.resolve(".half.csv.open")).doesNotExist();
  }

  private void serve() throws IOException {
    endpoint = SftpEndpoint.start(root, 0, List.of("shop"));
    session = client.connect("shop", "127.0.0.1", endpoint.port()).verify(PATIENCE).getSession();
    session.addPasswordIdentity(endpoint.password("shop"));
    session.auth().verify(PATIENCE);
    sftp = SftpClientFactory.instance().createSftpClient(session);
  }

  private SftpClient.CloseableHandle begin(String path, String content) throws IOException {
    SftpClient.CloseableHandle handle = sftp.open(path, OpenMode.Write, OpenMode.Create);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    sftp.write(handle, 0, bytes);
    return handle;
  }

  private Path home(String name) {
    return root.resolve("home/shop").resolve(name);
  }
}
