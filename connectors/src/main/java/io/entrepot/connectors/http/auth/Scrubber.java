package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.spi.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes secrets out of what a partner answered: some quote the key that they refuse, and answers
 * are stored and shown.
 */
final class Scrubber {
  // A shorter one stands in ordinary text by chance.
  private static final int LENGTH_MIN = 8;

  private final Set<String> forms = new LinkedHashSet<>();

  private Scrubber() {}

  static Scrubber of(List<Secret> secrets) {
    Scrubber scrubber = new Scrubber();
    secrets.stream()
        .map(Secret::reveal)
        .filter(text -> text.length() >= LENGTH_MIN)
        .forEach(scrubber::add);
    return scrubber;
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    forms.add(text);
    forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
    forms.add(Base64.getEncoder().encodeToString(bytes));
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    forms.add(HexFormat.of().formatHex(bytes));
  }

  HttpAnswer scrubbed(HttpAnswer answer) {
    String text = scrubbed(answer.text());
    return text.equals(answer.text())
        ? answer
        : new HttpAnswer(answer.call(), answer.status(), answer.headers(), text, answer.latency());
  }

  String scrubbed(String text) {
    String clean = text;
    for (String form : forms) {
      clean = clean.replace(form, "***");
    }
    return clean;
  }
}
