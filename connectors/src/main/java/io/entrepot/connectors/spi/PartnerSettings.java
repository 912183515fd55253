package io.entrepot.connectors.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one partner: {@code entrepot.partners.<partner>.<name>}. Names are lower case
 * with hyphens, the unit last: {@code connect-timeout-millis}.
 */
public interface PartnerSettings {
  /** The partner's id. */
  String partner();

  /** Empty if not set or blank. */
  Optional<String> find(String name);

  /**
   * The value of a setting that must be there.
   *
   * @throws SettingException naming the key, if it is not set
   */
  default String require(String name) {
    return find(name).orElseThrow(() -> SettingException.missing(key(name)));
  }

  /**
   * The value of a secret setting that must be there.
   *
   * @throws SettingException naming the key, if it is not set or no usable secret
   */
  default Secret secret(String name) {
    String text = require(name);
    try {
      return Secret.of(text);
    } catch (IllegalArgumentException e) {
      throw new SettingException(key(name), "is empty or has a byte order mark in front");
    }
  }

  /**
   * What a partner may prove itself with: the secret in force first, then the one before it while
   * their overlap lasts. Ours to the partner is always {@link #secret}.
   *
   * @throws SettingException naming the key, if it is not set or no usable secret
   */
  default List<Secret> accepted(String name) {
    return List.of(secret(name));
  }

  /**
   * A whole number, or the fallback if it is not set.
   *
   * @throws SettingException naming the key, if it is set to something else than a number in range
   */
  default int number(String name, int min, int max, int fallback) {
    String text = find(name).orElse(Integer.toString(fallback));
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    throw new SettingException(key(name), "must be a number from " + min + " to " + max);
  }

  /** These settings, each as it was when it was first asked for. */
  default PartnerSettings remembered() {
    return new RememberedSettings(this);
  }

  /** The whole key, for messages. */
  default String key(String name) {
    return "entrepot.partners." + partner() + "." + name;
  }

  /** Settings that stand in a map, by short name. */
  static PartnerSettings of(String partner, Map<String, String> settings) {
    return new MapSettings(partner, Map.copyOf(settings));
  }
}
