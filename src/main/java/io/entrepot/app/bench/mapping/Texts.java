package io.entrepot.app.bench.mapping;

import java.io.IOException;
import java.io.InputStream;

/** The files of this benchmark, from the jar. */
final class Texts {
  private static final String FOLDER = "/bench/mapping/";

  private Texts() {}

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = Texts.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException("the jar has no " + FOLDER + name);
      }
      return in.readAllBytes();
    }
  }
}
