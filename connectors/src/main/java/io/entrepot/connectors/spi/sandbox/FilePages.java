package io.entrepot.connectors.spi.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Lines in a file that only grows. */
final class FilePages implements Pages {
  private final Path file;
  private final FileChannel channel;
  private final LineEnds ends;
  private final Object syncing = new Object();
  private volatile long durable;

  private FilePages(Path file, FileChannel channel, LineEnds ends) {
    this.file = file;
    this.channel = channel;
    this.ends = ends;
    this.durable = ends.last();
  }

  static FilePages open(Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(channel, file);
      LineEnds ends = LineEnds.of(channel, file);
      channel.position(ends.last());
      return new FilePages(file, channel, ends);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this process; said below like any other holder.
    }
    throw new IOException(file + " is in use by another sandbox; stop that one first");
  }

  @Override
  public synchronized long append(byte[] line) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    ends.add(line.length + 1);
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
        channel.force(false);
        durable = now;
      }
    }
  }

  private synchronized long written() {
    return ends.last();
  }

  @Override
  public byte[] read(long number) throws IOException {
    long start;
    int length;
    synchronized (this) {
      start = ends.start(number);
      length = (int) (ends.start(number + 1) - start - 1);
    }
    ByteBuffer line = ByteBuffer.allocate(length);
    while (line.hasRemaining() && channel.read(line, start + line.position()) >= 0) {
      // Reads on until the line is whole.
    }
    return line.array();
  }

  @Override
  public synchronized long size() {
    return ends.lines();
  }

  @Override
  public void close() throws IOException {
    sync();
    channel.close();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
