package io.entrepot.app.imports;

import io.entrepot.app.node.SftpAccount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A partner's client over loopback, one connection of its own. */
final class Upload implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SshClient client = SshClient.setUpDefaultClient();
  private final ClientSession session;
  private final SftpClient sftp;

  /** How an upload ends, before its file is closed. */
  interface End {
    void of(ClientSession session);
  }

  Upload(SftpAccount account) throws IOException {
    client.setServerKeyVerifier((peer, address, key) -> true);
    client.start();
    session =
        client
            .connect(account.user(), account.host(), account.port())
            .verify(PATIENCE)
            .getSession();
    session.addPasswordIdentity(account.password());
    session.auth().verify(PATIENCE);
    sftp = SftpClientFactory.instance().createSftpClient(session);
  }

  ClientSession session() {
    return session;
  }

  SftpClient.CloseableHandle begin(String path) throws IOException {
    return sftp.open(path, OpenMode.Write, OpenMode.Create);
  }

  void write(SftpClient.CloseableHandle handle, long offset, String content) throws IOException {
    sftp.write(handle, offset, content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    client.stop();
  }
}
