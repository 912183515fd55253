package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.PartnerSettings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with <code>${setting}</code> of the partner and <code>{variable}</code> of the call. In
 * bytes, as what is signed need not be UTF-8.
 */
final class Template {
  private static final Pattern HOLE =
      Pattern.compile("\\$\\{([a-z][a-z0-9-]*)}|\\{([a-z][a-z0-9-]*)}");

  private enum What {
    CONSTANT,
    SETTING,
    VARIABLE
  }

  private record Part(What what, String text) {}

  private final List<Part> parts = new ArrayList<>();

  private Template() {}

  static Template parse(String place, String text, Set<String> variables) {
    Template template = new Template();
    Matcher hole = HOLE.matcher(text);
    int end = 0;
    while (hole.find()) {
      template.add(What.CONSTANT, text.substring(end, hole.start()));
      if (hole.group(1) != null) {
        template.add(What.SETTING, hole.group(1));
      } else {
        template.add(What.VARIABLE, known(place, hole.group(2), variables));
      }
      end = hole.end();
    }
    template.add(What.CONSTANT, text.substring(end));
    return template;
  }

  private static String known(String place, String name, Set<String> variables) {
    if (variables.contains(name)) {
      return name;
    }
    String there = variables.isEmpty() ? "none here" : String.join(", ", new TreeSet<>(variables));
    throw new AuthDeclarationException(
        place, "there is no {" + name + "}; there are: " + there + "; a setting is ${name}");
  }

  private void add(What what, String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(what, text));
    }
  }

  boolean uses(String variable) {
    return parts.contains(new Part(What.VARIABLE, variable));
  }

  /**
   * Filled in.
   *
   * @throws io.entrepot.connectors.spi.SettingException naming a setting that is not set
   */
  byte[] bytes(PartnerSettings settings, Function<String, byte[]> variables) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Part part : parts) {
      out.writeBytes(
          switch (part.what) {
            case CONSTANT -> utf8(part.text);
            case SETTING -> utf8(settings.require(part.text));
            case VARIABLE -> variables.apply(part.text);
          });
    }
    return out.toByteArray();
  }

  String text(PartnerSettings settings, Function<String, String> variables) {
    byte[] filled = bytes(settings, name -> utf8(variables.apply(name)));
    return new String(filled, StandardCharsets.UTF_8);
  }

  /** For a text that may have settings, but no variables. */
  String text(PartnerSettings settings) {
    return text(
        settings,
        name -> {
          throw new IllegalStateException("refused when it was parsed: " + name);
        });
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
