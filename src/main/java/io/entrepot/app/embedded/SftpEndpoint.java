package io.entrepot.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/**
 * An SFTP server on 127.0.0.1: files only, no shell. Each user sees a home of its own and nothing
 * above it; the host key and the generated passwords are kept. An upload that breaks off becomes
 * {@code NAME.part}, with the reason in {@code NAME.broken.txt}.
 */
public final class SftpEndpoint implements AutoCloseable {
  private static final Duration IDLE_MAX = Duration.ofMinutes(10);
  private static final String HOST_KEY = "host-key";
  private static final String HOMES = "home";

  private final SshServer server;
  private final Map<String, String> passwords;
  private final String fingerprint;

  private SftpEndpoint(SshServer server, Map<String, String> passwords, String fingerprint) {
    this.server = server;
    this.passwords = passwords;
    this.fingerprint = fingerprint;
  }

  /**
   * Returns when it takes connections.
   *
   * @param root gets {@code home/<user>}, {@code <user>.password} and the host key
   * @param port 0 for a free one
   */
  public static SftpEndpoint start(Path root, int port, List<String> users) {
    try {
      Map<String, String> passwords = new HashMap<>();
      VirtualFileSystemFactory homes = new VirtualFileSystemFactory();
      for (String user : users) {
        homes.setUserHomeDir(user, Files.createDirectories(root.resolve(HOMES).resolve(user)));
        passwords.put(user, SecretFile.readOrCreate(root.resolve(user + ".password")));
      }
      Uploads uploads = new Uploads(root.resolve(HOMES));
      uploads.setAsideLeftovers();
      SshServer server = server(port, homes, passwords, uploads);
      String fingerprint = hostKey(server, root.resolve(HOST_KEY));
      server.start();
      return new SftpEndpoint(server, Map.copyOf(passwords), fingerprint);
    } catch (BindException e) {
      throw Ports.refused(e, port, "ENTREPOT_SFTP_PORT");
    } catch (IOException e) {
      throw new StartRefused("the SFTP server does not start in " + root + ": " + e, e);
    }
  }

  public int port() {
    return server.getPort();
  }

  /** The generated password of one of the users it was started with. */
  public String password(String user) {
    String password = passwords.get(user);
    if (password == null) {
      throw new IllegalArgumentException("no SFTP user " + user);
    }
    return password;
  }

  /** As {@code ssh-keygen -l} prints it: {@code SHA256:…}. */
  public String fingerprint() {
    return fingerprint;
  }

  private static SshServer server(
      int port, VirtualFileSystemFactory homes, Map<String, String> passwords, Uploads uploads) {
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setFileSystemFactory(homes);
    server.setPasswordAuthenticator(
        (user, password, session) -> same(passwords.get(user), password));
    SftpSubsystemFactory files =
        new SftpSubsystemFactory.Builder().withFileSystemAccessor(new HomeOnly()).build();
    files.addSftpEventListener(uploads);
    server.setSubsystemFactories(List.of(files));
    CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE_MAX);
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(server, IDLE_MAX.plusSeconds(5));
    return server;
  }

  private static boolean same(@Nullable String expected, String given) {
    return expected != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String hostKey(SshServer server, Path file) throws IOException {
    SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(file);
    keys.setAlgorithm(KeyUtils.EC_ALGORITHM);
    keys.setKeySize(256);
    server.setKeyPairProvider(keys);
    PublicKey key = keys.loadKeys(null).iterator().next().getPublic();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
