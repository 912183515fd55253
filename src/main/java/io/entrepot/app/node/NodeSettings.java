package io.entrepot.app.node;

import io.entrepot.app.embedded.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one start, checked. Keys without their {@code entrepot.} prefix; {@link
 * SettingsReader} knows where they come from.
 */
public record NodeSettings(Map<String, String> values) {
  /** The keys of outside parts. */
  static final String DATABASE = "database.url";

  static final String SMTP = "smtp.url";
  static final String SFTP = "sftp.url";

  private static final int PORT_MAX = 65_535;

  public NodeSettings {
    values = Map.copyOf(values);
  }

  public Path data() {
    return Path.of(require("data")).toAbsolutePath().normalize();
  }

  /** The operator's own routes, mappings and schedules; need not exist. */
  public Path definitions() {
    Path folder = find("definitions").map(Path::of).orElse(data().resolve("definitions"));
    return folder.toAbsolutePath().normalize();
  }

  public boolean production() {
    String profile = require("profile");
    if (!profile.equals("production") && !profile.equals("development")) {
      throw refused("profile", "is '" + profile + "': say development or production");
    }
    return profile.equals("production");
  }

  /** Whether this node runs the partners' sandbox itself. */
  public boolean sandboxed() {
    return !production() && find("sandbox.url").isEmpty();
  }

  /** A TCP port, 0 for a free one. */
  public int port(String key) {
    return number(key, 0, PORT_MAX);
  }

  public int number(String key, int min, int max) {
    String text = require(key);
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(key, "is '" + text + "': a whole number is needed");
    }
    throw refused(key, "is " + text + ": it must lie between " + min + " and " + max);
  }

  /** An address with a host; {@code scheme} as it must be written. */
  public URI uri(String key, String scheme) {
    try {
      URI uri = new URI(require(key));
      if (scheme.equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // The text is not repeated: it may hold a password.
      throw refused(key, "is no address: write " + scheme + "://host:port");
    }
    throw refused(key, "must be written as " + scheme + "://host:port");
  }

  public String require(String key) {
    return find(key).orElseThrow(() -> refused(key, "is missing: set it"));
  }

  /** Empty also for a blank value. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** {@code order.pay-minutes} is set as {@code ENTREPOT_ORDER_PAY_MINUTES}. */
  public static String variable(String key) {
    return "ENTREPOT_" + key.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }

  static StartRefused refused(String key, String reason) {
    return new StartRefused(variable(key) + " " + reason);
  }
}
