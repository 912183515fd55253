package io.entrepot.app.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The encodings that a feed may declare; the names are the ones finance systems use. */
enum FeedEncoding {
  UTF_8_BOM("UTF-8-BOM", StandardCharsets.UTF_8, "\uFEFF"),
  CP932("CP932", Charset.forName("windows-31j"), ""),
  // Not EUC-KR: that lacks 8 822 syllables which CP949 has.
  CP949("CP949", Charset.forName("x-windows-949"), "");

  private static final char REPLACEMENT = '?';

  private final String label;
  private final Charset charset;
  private final String mark;

  FeedEncoding(String label, Charset charset, String mark) {
    this.label = label;
    this.charset = charset;
    this.mark = mark;
  }

  static FeedEncoding named(String label) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "encoding '"
                        + label
                        + "' is not one of "
                        + Arrays.stream(values()).map(FeedEncoding::label).toList()));
  }

  String label() {
    return label;
  }

  Charset charset() {
    return charset;
  }

  /** What stands before the first character. */
  String mark() {
    return mark;
  }

  boolean carries(String text) {
    return charset.newEncoder().canEncode(text);
  }

  /** The text with a question mark for each character that this encoding has not. */
  String fitted(String text) {
    if (carries(text)) {
      return text;
    }
    StringBuilder fitted = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(character -> fitted.append(carries(character) ? character : REPLACEMENT));
    return fitted.toString();
  }
}
