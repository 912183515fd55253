package io.entrepot.app.node;

import io.entrepot.app.embedded.Ports;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;

/** Completes what was given by what a start decides, and hands it to Spring and to other nodes. */
final class StartSettings {
  private static final int KEY_BYTES = 32;
  // A joining node takes these from the hub; the rest is its own.
  private static final List<String> TAKEN_OVER =
      List.of("profile", "data", "ops.key", "keys.file", "definitions", "tls.keystore");

  private StartSettings() {}

  static NodeSettings complete(NodeSettings given) {
    Map<String, String> values = new HashMap<>(given.values());
    values.put("data", given.data().toString());
    values.put("definitions", given.definitions().toString());
    values.put("port", Integer.toString(Ports.chosen(given.port("port"), "ENTREPOT_PORT")));
    if (given.find("ops.key").isEmpty()) {
      values.put("ops.key", randomKey());
    }
    return new NodeSettings(values);
  }

  /** What a joining node needs to work on this node's parts. */
  static Map<String, String> shared(NodeSettings settings, Parts parts) {
    Map<String, String> shared = new HashMap<>();
    TAKEN_OVER.forEach(key -> settings.find(key).ifPresent(value -> shared.put(key, value)));
    Database database = parts.database();
    shared.put(NodeSettings.DATABASE, database.url());
    shared.put("database.user", database.user());
    shared.put("database.password", database.password());
    shared.put(
        NodeSettings.SMTP,
        settings.find(NodeSettings.SMTP).orElseGet(() -> parts.smtp().toString()));
    shared.putAll(parts.sftp().settings());
    shared.put("sandbox.url", parts.sandboxUrl().toString());
    shared.put("cluster.name", parts.memberAddress().clusterName());
    shared.put("cluster.members", parts.memberAddress().asMember());
    return shared;
  }

  static NodeSettings joining(RunFile hub, NodeSettings given) {
    Map<String, String> values = new HashMap<>(given.values());
    values.put("port", Integer.toString(Ports.chosen(0, "ENTREPOT_PORT")));
    values.put("cluster.port", "0");
    values.putAll(hub.settings());
    return new NodeSettings(values);
  }

  static MapPropertySource source(NodeSettings settings) {
    Map<String, Object> properties = new HashMap<>();
    settings.values().forEach((key, value) -> properties.put("entrepot." + key, value));
    properties.put("server.port", settings.port("port"));
    properties.put("server.address", settings.require("bind"));
    settings
        .find("tls.keystore")
        .ifPresent(
            file -> {
              properties.put("server.ssl.key-store", file);
              properties.put("server.ssl.key-store-password", settings.require("tls.password"));
            });
    return new MapPropertySource("node", properties);
  }

  /** What counts unless something else is said. */
  static Map<String, Object> defaults(NodeSettings settings, boolean owner) {
    Map<String, Object> defaults = new HashMap<>(logging(settings, owner));
    if (settings.find(NodeSettings.SMTP).isPresent()) {
      defaults.putAll(MailRelay.of(settings).partnerSettings());
    }
    return defaults;
  }

  /** The log is a file of the data directory; the console has warnings alone. */
  private static Map<String, Object> logging(NodeSettings settings, boolean owner) {
    String name = owner ? "hub" : "node-" + ProcessHandle.current().pid();
    Path log = settings.data().resolve("logs").resolve(name + ".log");
    return Map.of("logging.file.name", log.toString());
  }

  private static String randomKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }
}
