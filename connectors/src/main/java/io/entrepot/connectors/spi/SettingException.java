package io.entrepot.connectors.spi;

/** A setting of a partner is missing or wrong; the message names its key, never its value. */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;

  public SettingException(String key, String problem) {
    super(key + ": " + problem);
    this.key = key;
  }

  static SettingException missing(String key) {
    return new SettingException(
        key,
        "is not set; set it or " + key.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_"));
  }

  /** The whole key, such as {@code entrepot.partners.toss-payments.secret-key}. */
  public String key() {
    return key;
  }
}
