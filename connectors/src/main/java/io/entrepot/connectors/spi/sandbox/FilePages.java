package io.entrepot.connectors.spi.sandbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * Lines in a file that only grows. Not by a channel: an interrupt, such as at shutdown, would close
 * it under the other writers.
 */
final class FilePages implements Pages {
  private final Path path;
  private final RandomAccessFile file;
  private final LineEnds ends;
  private final Object syncing = new Object();
  private volatile long durable;

  private FilePages(Path path, RandomAccessFile file, LineEnds ends) {
    this.path = path;
    this.file = file;
    this.ends = ends;
    this.durable = ends.last();
  }

  static FilePages open(Path path) throws IOException {
    Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      lock(file, path);
      return new FilePages(path, file, LineEnds.of(file, path));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static void lock(RandomAccessFile file, Path path) throws IOException {
    try {
      if (file.getChannel().tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this process; said below like any other holder.
    }
    throw new IOException(path + " is in use by another sandbox; stop that one first");
  }

  @Override
  public synchronized long append(byte[] line) throws IOException {
    byte[] ended = Arrays.copyOf(line, line.length + 1);
    ended[line.length] = '\n';
    // Over what a failed write may have left.
    file.seek(ends.last());
    file.write(ended);
    ends.add(ended.length);
    return ends.lines() - 1;
  }

  /** One caller syncs for all that wrote before; those who come meanwhile wait for the next. */
  @Override
  public void sync() throws IOException {
    long wanted = written();
    if (durable >= wanted) {
      return;
    }
    synchronized (syncing) {
      if (durable < wanted) {
        long now = written();
        file.getFD().sync();
        durable = now;
      }
    }
  }

  private synchronized long written() {
    return ends.last();
  }

  @Override
  public synchronized byte[] read(long number) throws IOException {
    long start = ends.start(number);
    byte[] line = new byte[(int) (ends.start(number + 1) - start - 1)];
    file.seek(start);
    file.readFully(line);
    return line;
  }

  @Override
  public synchronized long size() {
    return ends.lines();
  }

  @Override
  public void close() throws IOException {
    sync();
    file.close();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
