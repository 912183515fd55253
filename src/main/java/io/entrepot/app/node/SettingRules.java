package io.entrepot.app.node;

import io.entrepot.app.embedded.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Looks at the settings before anything starts, and tells at once of all that are wrong. */
final class SettingRules {
  private static final int ADMIN_PASSWORD_MIN = 10;
  private static final int OPS_KEY_MIN = 32;
  private static final Pattern MEMBER = Pattern.compile("[^:\\s]+:\\d{1,5}");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private static final List<Consumer<NodeSettings>> RULES =
      List.of(
          NodeSettings::production,
          settings -> settings.port("port"),
          settings -> longEnough(settings, "admin.password", ADMIN_PASSWORD_MIN),
          settings -> longEnough(settings, "ops.key", OPS_KEY_MIN),
          settings -> webAddress(settings, "public.url"),
          settings -> webAddress(settings, "sandbox.url"),
          SettingRules::mailRelay,
          SettingRules::definitions,
          SettingRules::keystore,
          SettingRules::members);

  private SettingRules() {}

  static void check(NodeSettings settings) {
    List<String> wrong = new ArrayList<>();
    for (Consumer<NodeSettings> rule : RULES) {
      try {
        rule.accept(settings);
      } catch (StartRefused refused) {
        wrong.add(refused.getMessage());
      }
    }
    if (wrong.isEmpty()) {
      wrong.addAll(ProductionRules.broken(settings));
    }
    if (!wrong.isEmpty()) {
      throw new StartRefused(String.join("\n", wrong));
    }
  }

  private static void longEnough(NodeSettings settings, String key, int min) {
    if (settings.find(key).filter(text -> text.length() < min).isPresent()) {
      throw NodeSettings.refused(
          key, "is too short: give %d characters or more, or leave it out".formatted(min));
    }
  }

  private static void webAddress(NodeSettings settings, String key) {
    if (!settings.find(key).map(SettingRules::isWebAddress).orElse(true)) {
      throw NodeSettings.refused(key, "must be written as https://host[:port] or http://…");
    }
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void mailRelay(NodeSettings settings) {
    if (settings.find(NodeSettings.SMTP).isPresent()) {
      MailRelay.of(settings);
    }
  }

  private static void definitions(NodeSettings settings) {
    if (settings.find("definitions").isPresent() && !Files.isDirectory(settings.definitions())) {
      throw NodeSettings.refused(
          "definitions",
          "is " + settings.definitions() + ": no such folder; make it, or leave it out");
    }
  }

  private static void keystore(NodeSettings settings) {
    settings
        .find("tls.keystore")
        .filter(file -> !Files.isReadable(Path.of(file)))
        .ifPresent(
            file -> {
              throw NodeSettings.refused(
                  "tls.keystore", "is " + file + ": no file that can be read");
            });
    if (settings.find("tls.keystore").isPresent()) {
      settings.require("tls.password");
    }
  }

  private static void members(NodeSettings settings) {
    settings.find("cluster.members").stream()
        .flatMap(COMMA::splitAsStream)
        .filter(member -> !MEMBER.matcher(member).matches())
        .findFirst()
        .ifPresent(
            member -> {
              throw NodeSettings.refused(
                  "cluster.members", "has '" + member + "': write host:port,host:port");
            });
  }
}
