package io.entrepot.connectors.sweettracker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.NoticeRefused.Reason;
import io.entrepot.connectors.spi.RawNotice;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The callback's fields, whichever of its two forms the partner was set to. */
final class CallbackBody {
  private CallbackBody() {}

  static ObjectNode read(RawNotice raw) throws NoticeRefused {
    boolean form =
        raw.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
    if (form) {
      return form(raw.text());
    }
    if (raw.json() instanceof ObjectNode object) {
      return object;
    }
    throw new NoticeRefused(Reason.UNREADABLE, "the body is neither a form nor a JSON object");
  }

  private static ObjectNode form(String text) throws NoticeRefused {
    try {
      return fields(text);
    } catch (IllegalArgumentException e) {
      throw new NoticeRefused(Reason.UNREADABLE, "the form is not properly encoded");
    }
  }

  private static ObjectNode fields(String text) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
