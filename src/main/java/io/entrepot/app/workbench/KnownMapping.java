package io.entrepot.app.workbench;

import io.entrepot.app.embedded.StartRefused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code NAME} or {@code NAME@VERSION}: a mapping that the hub knows. */
record KnownMapping(String partner, String document, @Nullable String version) {

  static KnownMapping parse(String text) {
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    int slash = name.indexOf('/');
    if (slash < 1 || slash == name.length() - 1 || name.indexOf('/', slash + 1) >= 0) {
      throw new StartRefused(
          "'"
              + text
              + "' names no mapping: write it as wms/shipment.outbound, with @VERSION for an"
              + " earlier one");
    }
    return new KnownMapping(
        name.substring(0, slash),
        name.substring(slash + 1),
        at < 0 ? null : text.substring(at + 1));
  }

  /** Without the version. */
  String path() {
    return Desk.PATH + "/" + encoded(partner) + "/" + encoded(document);
  }

  String address() {
    return version == null ? path() : path() + "?version=" + encoded(version);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
