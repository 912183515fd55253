package io.entrepot.app.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A language of the console; another one is a line here and a file of messages. */
enum Language {
  KO("한국어"),
  JA("日本語"),
  EN("English");

  private final String ownName;

  Language(String ownName) {
    this.ownName = ownName;
  }

  public String ownName() {
    return ownName;
  }

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  Locale locale() {
    return Locale.forLanguageTag(tag());
  }

  /** The first of the browser's languages that we speak, else English. */
  static Locale bestOf(List<Locale> wanted) {
    return wanted.stream().map(Language::of).findFirst().orElse(EN).locale();
  }

  static Language of(Locale wanted) {
    return Arrays.stream(values())
        .filter(known -> known.tag().equals(wanted.getLanguage()))
        .findFirst()
        .orElse(EN);
  }
}
