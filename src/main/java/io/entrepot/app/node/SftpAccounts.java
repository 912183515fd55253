package io.entrepot.app.node;

import io.entrepot.app.embedded.SftpEndpoint;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Each role's own address, or the one of all. */
  static SftpAccounts outside(NodeSettings settings) {
    Map<String, SftpAccount> accounts = new TreeMap<>();
    for (String role : ROLES) {
      accounts.put(role, account(settings, urlKey(settings, role).orElse(NodeSettings.SFTP)));
    }
    return new SftpAccounts(accounts);
  }

  static boolean outsideIn(NodeSettings settings) {
    return ROLES.stream().anyMatch(role -> urlKey(settings, role).isPresent());
  }

  /** The setting that has the role's address; empty when none has. */
  public static Optional<String> urlKey(NodeSettings settings, String role) {
    return List.of(roleKey(role), NodeSettings.SFTP).stream()
        .filter(key -> settings.find(key).isPresent())
        .findFirst();
  }

  /** These accounts as settings, for a node that joins. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    byRole.forEach(
        (role, account) -> {
          settings.put(roleKey(role), account.url());
          settings.put("sftp.fingerprint", account.fingerprint());
        });
    return settings;
  }

  private static String roleKey(String role) {
    return "sftp." + role + ".url";
  }

  private static SftpAccount account(NodeSettings settings, String key) {
    URI url = settings.uri(key, "sftp");
    String[] login = (url.getRawUserInfo() == null ? "" : url.getRawUserInfo()).split(":", 2);
    if (login.length != 2) {
      throw NodeSettings.refused(key, "has no login: write sftp://user:password@host:port");
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
