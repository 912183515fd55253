package io.entrepot.connectors.http;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.SettingException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings each partner over HTTP has.
 *
 * @param baseUrl {@code base-url}, without a slash at the end
 * @param connectTimeout {@code connect-timeout-millis}, 100 to 60 000, 3 000 by default
 * @param answerBytesMax {@code answer-bytes-max}, 1 000 to 100 000 000, 2 000 000 by default
 */
public record HttpSettings(URI baseUrl, Duration connectTimeout, int answerBytesMax) {

  /**
   * Reads and checks them.
   *
   * @param fallbackUrl null if the address must be set
   * @throws SettingException naming the key
   */
  public static HttpSettings of(PartnerSettings settings, @Nullable String fallbackUrl) {
    String url =
        settings
            .find("base-url")
            .orElseGet(() -> fallbackUrl == null ? settings.require("base-url") : fallbackUrl);
    return new HttpSettings(
        address(settings, "base-url", url),
        Duration.ofMillis(settings.number("connect-timeout-millis", 100, 60_000, 3_000)),
        settings.number("answer-bytes-max", 1_000, 100_000_000, 2_000_000));
  }

  /**
   * The address that a setting holds, without a slash at the end.
   *
   * @throws SettingException naming the key, if it is none
   */
  public static URI address(PartnerSettings settings, String name, String text) {
    try {
      URI uri = URI.create(text.strip().replaceAll("/+$", ""));
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below, without the text: an address may hold credentials.
    }
    throw new SettingException(
        settings.key(name), "must be an address such as https://api.partner.example");
  }

  /** Below the base address; the path starts with a slash and is encoded already. */
  public URI at(String path) {
    return URI.create(baseUrl + path);
  }
}
