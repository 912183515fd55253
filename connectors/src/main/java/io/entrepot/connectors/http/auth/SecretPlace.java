package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.RawNotice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a notice carries a text.
 *
 * @param headers the first that is there counts
 * @param prefix taken off; a text without it is none
 * @param part the name of the part, in a header such as Stripe's {@code t=1,v1=ab}; empty if whole
 * @param separator between several texts in one header; empty if there is one
 */
record SecretPlace(List<String> headers, String prefix, String part, String separator) {
  private static final int TEXTS_MAX = 10;

  /** All texts found, at most ten: partners that rotate sign with both secrets. */
  List<String> find(RawNotice notice) {
    List<String> found = new ArrayList<>();
    for (String name : headers) {
      Optional<String> header = notice.header(name);
      header.ifPresent(text -> split(text).flatMap(this::bare).forEach(found::add));
    }
    return found.size() > TEXTS_MAX ? found.subList(0, TEXTS_MAX) : found;
  }

  private java.util.stream.Stream<String> split(String text) {
    return separator.isEmpty()
        ? java.util.stream.Stream.of(text.strip())
        : Arrays.stream(text.split(Pattern.quote(separator))).map(String::strip);
  }

  private java.util.stream.Stream<String> bare(String text) {
    String start = part.isEmpty() ? prefix : part + "=" + prefix;
    return text.startsWith(start)
        ? java.util.stream.Stream.of(text.substring(start.length()))
        : java.util.stream.Stream.empty();
  }
}
