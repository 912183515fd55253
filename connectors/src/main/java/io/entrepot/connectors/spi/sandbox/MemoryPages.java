package io.entrepot.connectors.spi.sandbox;

import java.util.ArrayList;
import java.util.List;

final class MemoryPages implements Pages {
  private final List<byte[]> lines = new ArrayList<>();

  @Override
  public synchronized long append(byte[] line) {
    lines.add(line);
    return lines.size() - 1L;
  }

  @Override
  public void sync() {
    // Memory gets no safer.
  }

  @Override
  public synchronized byte[] read(long number) {
    return lines.get((int) number);
  }

  @Override
  public synchronized long size() {
    return lines.size();
  }

  @Override
  public void close() {
    // Nothing is held but memory.
  }

  @Override
  public String toString() {
    return "books in memory";
  }
}
