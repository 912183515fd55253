package io.entrepot.app.mapping.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** JSONata's functions on texts, with an end to what they make and to how long they match. */
@SuppressWarnings("rawtypes") // JSONata's own interface is raw.
final class TextFunctions {
  private static final int CHARS_MAX = 1_000_000;

  private TextFunctions() {}

  static @Nullable Object pad(@Nullable Object input, List args) {
    String text = text(args, 0);
    if (text == null) {
      return null;
    }
    int width = number(args, 1, 0);
    String with = args.size() > 2 && args.get(2) instanceof String chars ? chars : " ";
    int missing = Math.abs(width) - text.codePointCount(0, text.length());
    if (missing <= 0 || with.isEmpty()) {
      return text;
    }
    room(missing);
    String padding = with.repeat(missing / with.length() + 1).substring(0, missing);
    return width > 0 ? text + padding : padding + text;
  }

  static @Nullable Object join(@Nullable Object input, List args) {
    if (!(args.get(0) instanceof List<?> texts)) {
      return null;
    }
    String between = args.size() > 1 && args.get(1) instanceof String given ? given : "";
    StringBuilder joined = new StringBuilder();
    for (Object text : texts) {
      joined.append(joined.isEmpty() ? "" : between).append(text);
      room(joined.length());
    }
    return joined.toString();
  }

  static @Nullable Object replace(@Nullable Object input, List args) {
    String text = text(args, 0);
    if (text == null) {
      return null;
    }
    String with = Matcher.quoteReplacement(String.valueOf(args.get(2)));
    if (args.get(1) instanceof TextPattern) {
      with = String.valueOf(args.get(2));
    }
    int left = number(args, 3, Integer.MAX_VALUE);
    Matcher matcher = TextPattern.matcher(args.get(1), text);
    StringBuilder replaced = new StringBuilder();
    while (left-- > 0 && matcher.find()) {
      matcher.appendReplacement(replaced, with);
      room(replaced.length());
    }
    return matcher.appendTail(replaced).toString();
  }

  static @Nullable Object contains(@Nullable Object input, List args) {
    String text = text(args, 0);
    return text == null ? null : TextPattern.matcher(args.get(1), text).find();
  }

  static @Nullable Object split(@Nullable Object input, List args) {
    String text = text(args, 0);
    if (text == null) {
      return null;
    }
    int limit = number(args, 2, Integer.MAX_VALUE);
    Matcher matcher = TextPattern.matcher(args.get(1), text);
    List<Object> parts = new ArrayList<>();
    int from = 0;
    while (parts.size() < limit && matcher.find()) {
      if (matcher.end() > 0) {
        parts.add(text.substring(from, matcher.start()));
        from = matcher.end();
      }
    }
    if (parts.size() < limit) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  static @Nullable Object match(@Nullable Object input, List args) {
    String text = text(args, 0);
    if (text == null) {
      return null;
    }
    int left = number(args, 2, Integer.MAX_VALUE);
    Matcher matcher = TextPattern.matcher(args.get(1), text);
    List<Object> found = new ArrayList<>();
    while (left-- > 0 && matcher.find()) {
      found.add(described(matcher));
    }
    return found;
  }

  private static Map<String, Object> described(Matcher matcher) {
    List<Object> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      groups.add(group == null ? "" : group);
    }
    Map<String, Object> match = new LinkedHashMap<>();
    match.put("match", matcher.group());
    match.put("index", matcher.start());
    match.put("groups", groups);
    return match;
  }

  private static @Nullable String text(List args, int index) {
    return args.get(index) instanceof String text ? text : null;
  }

  private static int number(List args, int index, int otherwise) {
    return args.size() > index && args.get(index) instanceof Number number
        ? number.intValue()
        : otherwise;
  }

  private static void room(int chars) {
    if (chars > CHARS_MAX) {
      throw new CutOff("makes more than " + CHARS_MAX + " characters");
    }
  }
}
