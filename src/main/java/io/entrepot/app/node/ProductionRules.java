package io.entrepot.app.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a node must not do where real orders come in. Each refusal names the setting. */
final class ProductionRules {
  private static final Map<String, String> OUTSIDE =
      new TreeMap<>(
          Map.of(
              NodeSettings.DATABASE,
              "the embedded database is for development",
              NodeSettings.SMTP,
              "the embedded mail sink delivers nothing",
              "keys.file",
              "the key ring must not be one that was made by itself",
              "cluster.name",
              "the cluster's name is its secret, the same on every node",
              "ops.key",
              "the operations key must not be one that was made by itself"));

  private final NodeSettings settings;
  private final List<String> broken = new ArrayList<>();

  private ProductionRules(NodeSettings settings) {
    this.settings = settings;
  }

  /** What stands against a start, a line each; empty where nothing does. */
  static List<String> broken(NodeSettings settings) {
    ProductionRules rules = new ProductionRules(settings);
    rules.encryptedBeyondLoopback();
    if (settings.production()) {
      rules.outsideParts();
      rules.noSandbox();
    }
    return rules.broken;
  }

  /** In every profile: sign-in and webhooks carry secrets. */
  private void encryptedBeyondLoopback() {
    if (!loopback(settings.require("bind")) && settings.find("tls.keystore").isEmpty()) {
      tell("tls.keystore", "is missing: beyond loopback (ENTREPOT_BIND) the hub speaks TLS only");
    }
  }

  private void outsideParts() {
    OUTSIDE.forEach(
        (key, why) -> {
          if (settings.find(key).isEmpty()) {
            missing(key, why);
          }
        });
    if (SftpAccounts.ROLES.stream()
        .anyMatch(role -> SftpAccounts.urlKey(settings, role).isEmpty())) {
      missing(NodeSettings.SFTP, "the embedded SFTP server is for development");
    }
  }

  private void noSandbox() {
    if (settings.find("sandbox.url").isPresent()) {
      tell("sandbox.url", "is set: production never talks to the sandbox");
    }
  }

  private void missing(String key, String why) {
    tell(key, "is missing: in production " + why);
  }

  private void tell(String key, String reason) {
    broken.add(NodeSettings.variable(key) + " " + reason);
  }

  private static boolean loopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw NodeSettings.refused("bind", "is '" + address + "': no such address here");
    }
  }
}
