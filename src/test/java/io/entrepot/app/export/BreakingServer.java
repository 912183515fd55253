package io.entrepot.app.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The real server, through a line that breaks once at the n-th change of the remote folder: before
 * the change is made, in its middle, or after it, when only the answer is lost.
 */
final class BreakingServer implements RemoteFolder.Server {
  enum Moment {
    BEFORE,
    MIDDLE,
    AFTER
  }

  private final RemoteFolder.Server real;
  private int untilBreak = -1;
  private Moment moment = Moment.BEFORE;
  private boolean broke;

  BreakingServer(RemoteFolder.Server real) {
    this.real = real;
  }

  void breakAt(int change, Moment at) {
    untilBreak = change;
    moment = at;
    broke = false;
  }

  boolean broke() {
    return broke;
  }

  @Override
  public RemoteFolder open(String folder) throws IOException {
    return new Breaking(real.open(folder));
  }

  private interface Change {
    void make() throws IOException;
  }

  private void change(Change whole, Change half) throws IOException {
    if (untilBreak-- != 0) {
      whole.make();
      return;
    }
    broke = true;
    if (moment == Moment.MIDDLE) {
      half.make();
    } else if (moment == Moment.AFTER) {
      whole.make();
    }
    throw new IOException("the line broke");
  }

  private final class Breaking implements RemoteFolder {
    private final RemoteFolder folder;

    Breaking(RemoteFolder folder) {
      this.folder = folder;
    }

    @Override
    public boolean exists(String name) throws IOException {
      return folder.exists(name);
    }

    @Override
    public void upload(String name, Path content) throws IOException {
      change(() -> folder.upload(name, content), () -> uploadHalf(name, content));
    }

    private void uploadHalf(String name, Path content) throws IOException {
      byte[] bytes = Files.readAllBytes(content);
      Path half = Files.createTempFile("half", ".part");
      Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      folder.upload(name, half);
      Files.delete(half);
    }

    @Override
    public void rename(String from, String to) throws IOException {
      change(() -> folder.rename(from, to), () -> {});
    }

    @Override
    public byte[] download(String name) throws IOException {
      return folder.download(name);
    }

    @Override
    public List<String> list() throws IOException {
      return folder.list();
    }

    @Override
    public void close() throws IOException {
      folder.close();
    }
  }
}
