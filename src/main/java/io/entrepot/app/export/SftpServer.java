package io.entrepot.app.export;

import io.entrepot.app.node.SftpAccount;
import io.entrepot.app.node.SftpAccounts;
import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Finance's home on an SFTP server. Believes only the host key that it was told of. */
@Component
final class SftpServer implements RemoteFolder.Server, DisposableBean {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(15);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

  private final SftpAccounts accounts;
  private final SshClient client = SshClient.setUpDefaultClient();

  SftpServer(SftpAccounts accounts) {
    this.accounts = accounts;
    client.setServerKeyVerifier(
        (session, address, key) ->
            account().fingerprint().equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)));
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, ANSWER_MAX);
    CoreModuleProperties.IDLE_TIMEOUT.set(client, ANSWER_MAX);
  }

  @Override
  public RemoteFolder open(String folder) throws IOException {
    ClientSession session = connect();
    try {
      session.addPasswordIdentity(account().password());
      session.auth().verify(CONNECT_MAX);
      return SftpFolder.open(
          session, SftpClientFactory.instance().createSftpClient(session), folder);
    } catch (IOException | RuntimeException failure) {
      session.close(true);
      throw failure;
    }
  }

  private synchronized ClientSession connect() throws IOException {
    if (!client.isStarted()) {
      client.start();
    }
    SftpAccount account = account();
    return client
        .connect(account.user(), account.host(), account.port())
        .verify(CONNECT_MAX)
        .getSession();
  }

  private SftpAccount account() {
    return accounts.of(SftpAccounts.FINANCE);
  }

  @Override
  public void destroy() {
    client.stop();
  }
}
