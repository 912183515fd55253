package io.entrepot.app.imports;

import io.entrepot.app.node.SftpAccount;
import io.entrepot.app.node.SftpAccounts;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.integration.file.remote.session.CachingSessionFactory;
import org.springframework.integration.file.remote.session.SessionFactory;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;
import org.springframework.stereotype.Component;

/** SFTP sessions of the shop's login; believes only the host key that it was told of. */
@Component
final class DropSessions implements DisposableBean {
  private static final int SESSIONS_MAX = 2;
  private static final int ANSWER_MILLIS_MAX = 10_000;

  private final SftpAccounts accounts;
  private final SshClient client = SshClient.setUpDefaultClient();

  private @Nullable CachingSessionFactory<DirEntry> kept;

  DropSessions(SftpAccounts accounts) {
    this.accounts = accounts;
  }

  /** Sessions are kept open between looks: to open one costs more than to look. */
  synchronized SessionFactory<DirEntry> factory() {
    if (kept == null) {
      kept = new CachingSessionFactory<>(plain(), SESSIONS_MAX);
      kept.setTestSession(true);
    }
    return kept;
  }

  private SessionFactory<DirEntry> plain() {
    SftpAccount account = accounts.of(SftpAccounts.SHOP);
    client.setServerKeyVerifier(
        (session, address, key) ->
            account.fingerprint().equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)));
    client.setPasswordIdentityProvider(PasswordIdentityProvider.wrapPasswords(account.password()));
    client.start();
    DefaultSftpSessionFactory factory = new DefaultSftpSessionFactory(client, false);
    factory.setHost(account.host());
    factory.setPort(account.port());
    factory.setUser(account.user());
    factory.setTimeout(ANSWER_MILLIS_MAX);
    return factory;
  }

  @Override
  public synchronized void destroy() {
    if (kept != null) {
      kept.destroy();
    }
    client.stop();
  }
}
