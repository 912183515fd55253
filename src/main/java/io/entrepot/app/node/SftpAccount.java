package io.entrepot.app.node;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One login at an SFTP server.
 *
 * @param fingerprint of the server's host key as {@code SHA256:…}; a server that shows another one
 *     is not ours
 */
public record SftpAccount(String host, int port, String user, String password, String fingerprint) {
  /** {@code sftp://user:password@host:port}. */
  String url() {
    return "sftp://" + encoded(user) + ":" + encoded(password) + "@" + host + ":" + port;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user + "@" + host + ":" + port;
  }
}
