package io.entrepot.app.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A temporary directory of one run, removed with all that is in it, and a line to the watcher. */
public final class Workbench implements AutoCloseable {
  private final Path directory;
  private final Consumer<String> progress;

  private Workbench(Path directory, Consumer<String> progress) {
    this.directory = directory;
    this.progress = progress;
  }

  /** Progress goes to {@code progress}, never to standard output, which may carry JSON. */
  public static Workbench open(Consumer<String> progress) throws IOException {
    return new Workbench(Files.createTempDirectory("entrepot-bench"), progress);
  }

  public Path directory() {
    return directory;
  }

  public void say(String line) {
    progress.accept(line);
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(directory, new Removal());
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
