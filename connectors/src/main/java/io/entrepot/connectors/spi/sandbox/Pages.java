package io.entrepot.connectors.spi.sandbox;

import java.io.Closeable;
import java.io.IOException;

/** Where books are written: lines, numbered from 0. Safe for many threads. */
interface Pages extends Closeable {
  /** The line's number. */
  long append(byte[] line) throws IOException;

  /** Returns when all that was appended before is as safe as it gets. */
  void sync() throws IOException;

  byte[] read(long number) throws IOException;

  long size();
}
