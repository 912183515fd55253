package io.entrepot.app.node;

/**
 * One login at an SFTP server.
 *
 * @param fingerprint of the server's host key as {@code SHA256:…}; a server that shows another one
 *     is not ours
 */
public record SftpAccount(String host, int port, String user, String password, String fingerprint) {
  /** Without the password. */
  @Override
  public String toString() {
    return user + "@" + host + ":" + port;
  }
}
