package io.entrepot.app.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A folder over one SFTP session. */
final class SftpFolder implements RemoteFolder {
  private static final int DOWNLOAD_BYTES_MAX = 256 << 20;

  private final ClientSession session;
  private final SftpClient client;
  private final String folder;

  private SftpFolder(ClientSession session, SftpClient client, String folder) {
    this.session = session;
    this.client = client;
    this.folder = folder;
  }

  static SftpFolder open(ClientSession session, SftpClient client, String folder)
      throws IOException {
    SftpFolder opened = new SftpFolder(session, client, folder);
    if (!opened.present(folder)) {
      client.mkdir(folder);
    }
    return opened;
  }

  @Override
  public boolean exists(String name) throws IOException {
    return present(path(name));
  }

  private boolean present(String path) throws IOException {
    try {
      client.stat(path);
      return true;
    } catch (SftpException refused) {
      if (refused.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public void upload(String name, Path content) throws IOException {
    try (OutputStream out = client.write(path(name))) {
      Files.copy(content, out);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    client.rename(path(from), path(to));
  }

  @Override
  public byte[] download(String name) throws IOException {
    try (InputStream in = client.read(path(name))) {
      byte[] content = in.readNBytes(DOWNLOAD_BYTES_MAX);
      if (in.read() >= 0) {
        throw new IOException(name + " is larger than " + DOWNLOAD_BYTES_MAX + " bytes");
      }
      return content;
    }
  }

  @Override
  public List<String> list() throws IOException {
    List<String> names = new ArrayList<>();
    for (SftpClient.DirEntry entry : client.readDir(folder)) {
      if (entry.getAttributes().isRegularFile()) {
        names.add(entry.getFilename());
      }
    }
    Collections.sort(names);
    return names;
  }

  private String path(String name) {
    return folder + "/" + name;
  }

  @Override
  public void close() throws IOException {
    try (session) {
      client.close();
    }
  }
}
