package io.entrepot.app.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * Keeps a user in its home: {@code ..} ends at the home's root, and a symbolic link is neither made
 * nor followed, whoever put it there.
 */
final class HomeOnly implements SftpFileSystemAccessor {
  @Override
  public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String remotePath)
      throws IOException {
    Path path =
        SftpFileSystemAccessor.super.resolveLocalFilePath(subsystem, root, remotePath).normalize();
    for (Path part = path; part != null; part = part.getParent()) {
      if (Files.isSymbolicLink(part)) {
        throw new AccessDeniedException(remotePath, null, "links are not followed");
      }
    }
    return path;
  }

  @Override
  public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symbolic)
      throws IOException {
    throw new AccessDeniedException(link.toString(), null, "links are not made here");
  }
}
