package io.entrepot.app.node;

import io.entrepot.app.embedded.SftpEndpoint;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The SFTP logins of this hub by their role. */
public record SftpAccounts(Map<String, SftpAccount> byRole) {
  /** Where the exports for finance are dropped. */
  public static final String FINANCE = "finance";

  /** Where a partner drops order files for us. */
  public static final String SHOP = "shop";

  static final List<String> ROLES = List.of(FINANCE, SHOP);
  private static final int SFTP_PORT = 22;

  public SftpAccounts {
    byRole = Map.copyOf(byRole);
  }

  /** The login for {@code role}: {@link #FINANCE} or {@link #SHOP}. */
  public SftpAccount of(String role) {
    SftpAccount account = byRole.get(role);
    if (account == null) {
      throw new IllegalArgumentException("no SFTP account for " + role + "; there is " + ROLES);
    }
    return account;
  }

  /** A user and home of its own for each role. */
  static SftpAccounts embedded(SftpEndpoint endpoint) {
    Map<String, SftpAccount> accounts = new TreeMap<>();
    for (String role : ROLES) {
      accounts.put(
          role,
          new SftpAccount(
              "127.0.0.1", endpoint.port(), role, endpoint.password(role), endpoint.fingerprint()));
    }
    return new SftpAccounts(accounts);
  }

  /** One outside account serves every role. */
  static SftpAccounts outside(NodeSettings settings) {
    SftpAccount account = account(settings);
    Map<String, SftpAccount> accounts = new TreeMap<>();
    ROLES.forEach(role -> accounts.put(role, account));
    return new SftpAccounts(accounts);
  }

  private static SftpAccount account(NodeSettings settings) {
    URI url = settings.uri("sftp.url", "sftp");
    String[] login = (url.getRawUserInfo() == null ? "" : url.getRawUserInfo()).split(":", 2);
    if (login.length != 2) {
      throw NodeSettings.refused("sftp.url", "has no login: write sftp://user:password@host:port");
    }
    return new SftpAccount(
        url.getHost(),
        url.getPort() < 0 ? SFTP_PORT : url.getPort(),
        decoded(login[0]),
        decoded(login[1]),
        settings.require("sftp.fingerprint"));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
