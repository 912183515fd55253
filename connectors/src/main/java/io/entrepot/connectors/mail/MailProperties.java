package io.entrepot.connectors.mail;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.SettingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Settings of the mail server.
 *
 * @param url {@code url}: smtp://host:port, or smtps://host:port for TLS from the start; without
 *     credentials
 * @param from {@code from}: an address, with a name if wanted
 * @param user {@code user}; absent sends without signing in
 * @param password {@code password}, needed with a user
 * @param startTls the setting of that name in lower case: required (the default with a user) or off
 *     (the default without)
 */
record MailProperties(
    URI url,
    InternetAddress from,
    Optional<String> user,
    Optional<Secret> password,
    boolean startTls) {

  static MailProperties of(PartnerSettings settings) {
    Optional<String> user = settings.find("user");
    return new MailProperties(
        url(settings),
        from(settings),
        user,
        user.map(name -> settings.secret("password")),
        startTls(settings, user.isPresent()));
  }

  private static URI url(PartnerSettings settings) {
    try {
      URI url = URI.create(settings.require("url").strip());
      boolean smtp = "smtp".equals(url.getScheme()) || "smtps".equals(url.getScheme());
      if (smtp && url.getHost() != null && url.getUserInfo() == null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Said below, without the text.
    }
    throw new SettingException(
        settings.key("url"), "must be smtp://host:port or smtps://host:port, without a password");
  }

  private static InternetAddress from(PartnerSettings settings) {
    try {
      InternetAddress[] found = InternetAddress.parse(settings.require("from"), true);
      if (found.length == 1 && found[0].getAddress().contains("@")) {
        return found[0];
      }
    } catch (AddressException e) {
      // Said below.
    }
    throw new SettingException(
        settings.key("from"), "must be one address such as Shop <no-reply@shop.example>");
  }

  private static boolean startTls(PartnerSettings settings, boolean fallback) {
    String text = settings.find("starttls").orElse(fallback ? "required" : "off");
    return switch (text) {
      case "required" -> true;
      case "off" -> false;
      default -> throw new SettingException(settings.key("starttls"), "is required or off");
    };
  }

  boolean tls() {
    return "smtps".equals(url.getScheme());
  }

  int port() {
    return url.getPort() > 0 ? url.getPort() : tls() ? 465 : 25;
  }
}
