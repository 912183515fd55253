package io.entrepot.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpEndpointTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path root;
  private SftpEndpoint endpoint;
  private SshClient client;

  @BeforeEach
  void start() {
    endpoint = SftpEndpoint.start(root, 0, List.of("finance", "shop"));
    client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier((session, address, key) -> true);
    client.start();
  }

  @AfterEach
  void stop() {
    client.stop();
    endpoint.close();
  }

  @Test
  void fileArrivesInTheUsersHome() throws Exception {
    try (ClientSession session = signIn("finance", endpoint.password("finance"));
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
      put(sftp, "/report.csv", "a,b");
    }

    assertThat(root.resolve("home/finance/report.csv")).hasContent("a,b");
  }

  @Test
  void anothersPasswordOpensNothing() {
    assertThatThrownBy(() -> signIn("finance", endpoint.password("shop")))
        .isInstanceOf(SshException.class);
  }

  @Test
  void dotsEndAtTheHomesRoot() throws Exception {
    Files.writeString(root.resolve("home/shop/secret.csv"), "not yours");

    try (ClientSession session = signIn("finance", endpoint.password("finance"));
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
      for (String path :
          List.of("../shop/secret.csv", "/../shop/secret.csv", "/../../shop.password")) {
        assertThatThrownBy(() -> sftp.read(path).readAllBytes())
            .as(path)
            .isInstanceOf(IOException.class);
      }
      put(sftp, "/../../escaped", "x");
    }

    assertThat(root.resolve("escaped")).doesNotExist();
    assertThat(root.resolve("home/escaped")).doesNotExist();
  }

  @Test
  void linkOutOfTheHomeIsNotFollowed() throws Exception {
    Path outside = Files.writeString(root.resolve("outside"), "not yours");
    Files.createSymbolicLink(root.resolve("home/finance/link"), outside);
    Files.createSymbolicLink(root.resolve("home/finance/dir"), root);

    try (ClientSession session = signIn("finance", endpoint.password("finance"));
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
      assertThatThrownBy(() -> sftp.read("/link").readAllBytes()).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> sftp.read("/dir/outside").readAllBytes())
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> put(sftp, "/link", "overwritten")).isInstanceOf(IOException.class);
    }

    assertThat(outside).hasContent("not yours");
  }

  @Test
  void linksAreNotMade() throws Exception {
    try (ClientSession session = signIn("finance", endpoint.password("finance"));
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
      assertThatThrownBy(() -> sftp.symLink("/link", "/etc/passwd"))
          .isInstanceOf(IOException.class);
    }

    assertThat(Files.isSymbolicLink(root.resolve("home/finance/link"))).isFalse();
  }

  @Test
  void thereIsNoShell() throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (ClientSession session = signIn("finance", endpoint.password("finance"));
        ChannelExec command = session.createExecChannel("id")) {
      command.setOut(output);
      command.open().verify(Duration.ofSeconds(10));
      // The server may leave the refused channel open without a word: never wait for its end alone.
      command.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofSeconds(3));

      assertThat(command.getExitStatus()).as("exit status: it never ran").isNull();
    }

    assertThat(output.toByteArray()).isEmpty();
  }

  @Test
  void hostKeyAndPasswordsAreKeptForTheNextStart() throws Exception {
    String fingerprint = endpoint.fingerprint();
    String password = endpoint.password("shop");
    endpoint.close();

    endpoint = SftpEndpoint.start(root, 0, List.of("finance", "shop"));

    assertThat(endpoint.fingerprint()).isEqualTo(fingerprint).startsWith("SHA256:");
    assertThat(endpoint.password("shop")).isEqualTo(password);
    for (String secret : List.of("host-key", "shop.password", "finance.password")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(secret))))
          .as(secret)
          .isEqualTo("rw-------");
    }
  }

  private ClientSession signIn(String user, String password) throws IOException {
    ClientSession session =
        client.connect(user, "127.0.0.1", endpoint.port()).verify(PATIENCE).getSession();
    session.addPasswordIdentity(password);
    session.auth().verify(PATIENCE);
    return session;
  }

  private static void put(SftpClient sftp, String path, String content) throws IOException {
    try (var out = sftp.write(path)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }
}
