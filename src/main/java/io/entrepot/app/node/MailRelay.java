package io.entrepot.app.node;

import io.entrepot.app.embedded.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mail server of {@code entrepot.smtp.url}, apart from the credentials that may stand in it.
 *
 * @param url scheme, host and port
 * @param userInfo {@code user:password}, or empty
 */
record MailRelay(URI url, String userInfo) {
  private static final Set<String> SCHEMES = Set.of("smtp", "smtps");

  /** Of settings that name one. */
  static MailRelay of(NodeSettings settings) {
    try {
      URI given = new URI(settings.require(NodeSettings.SMTP));
      if (given.getHost() != null && SCHEMES.contains(String.valueOf(given.getScheme()))) {
        URI url =
            new URI(given.getScheme(), null, given.getHost(), given.getPort(), null, null, null);
        return new MailRelay(url, given.getUserInfo() == null ? "" : given.getUserInfo());
      }
    } catch (URISyntaxException e) {
      throw malformed();
    }
    throw malformed();
  }

  /** As the mail partner knows them; what is set for it directly wins. */
  Map<String, Object> partnerSettings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("entrepot.partners.mail.url", url.toString());
    int colon = userInfo.indexOf(':');
    if (!userInfo.isEmpty()) {
      settings.put(
          "entrepot.partners.mail.user", colon < 0 ? userInfo : userInfo.substring(0, colon));
      settings.put(
          "entrepot.partners.mail.password", colon < 0 ? "" : userInfo.substring(colon + 1));
    }
    return settings;
  }

  /** Its text is not repeated: it may hold a password. */
  private static StartRefused malformed() {
    return NodeSettings.refused(
        NodeSettings.SMTP, "must be written as smtp://[user:password@]host:port, or smtps://…");
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return url.toString();
  }
}
