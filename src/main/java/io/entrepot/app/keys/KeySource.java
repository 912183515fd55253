package io.entrepot.app.keys;

/** Where the ring has its keys. */
interface KeySource {
  /** The keys to seal with; at most a few seconds behind the file. */
  Keys toSeal();

  /** The keys to open with; looks into the file if the one asked for is not known. */
  Keys toOpen(String id);

  /** Keys that never change. */
  static KeySource of(Keys keys) {
    return new KeySource() {
      @Override
      public Keys toSeal() {
        return keys;
      }

      @Override
      public Keys toOpen(String id) {
        return keys;
      }
    };
  }
}
