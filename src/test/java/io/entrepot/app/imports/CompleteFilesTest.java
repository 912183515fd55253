package io.entrepot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.embedded.SftpEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as whole on a server that does not know who writes, as its listing shows it. */
class CompleteFilesTest {
  private static final Duration QUIET = Duration.ofSeconds(30);

  @TempDir Path root;
  private final SettableClock clock = new SettableClock();
  private final CompleteFiles complete = new CompleteFiles(QUIET, clock);
  private final SshClient client = SshClient.setUpDefaultClient();
  private SftpEndpoint endpoint;
  private SftpClient sftp;

  @BeforeEach
  void start() throws IOException {
    endpoint = SftpEndpoint.start(root, 0, List.of("shop"));
    client.setServerKeyVerifier((peer, address, key) -> true);
    client.start();
    ClientSession session =
        client
            .connect("shop", "127.0.0.1", endpoint.port())
            .verify(Duration.ofSeconds(60))
            .getSession();
    session.addPasswordIdentity(endpoint.password("shop"));
    session.auth().verify(Duration.ofSeconds(60));
    sftp = SftpClientFactory.instance().createSftpClient(session);
  }

  @AfterEach
  void stop() {
    client.stop();
    endpoint.close();
  }

  @Test
  void aFileIsWholeAfterTheQuietTimeAndAStallShorterThanThatDoesNotMatter() throws Exception {
    write("a.csv", "1", 0);
    assertThat(looks(14)).isEmpty();
    write("a.csv", "12", 1);

    assertThat(looks(15)).isEmpty();
    assertThat(looks(1)).containsExactly("a.csv");
  }

  @Test
  void doneMarkerAndRenameAreBelievedAtOnce() throws Exception {
    write("marked.csv", "1", 0);
    write("marked.csv.done", "", 0);
    write("renamed.csv.part", "12", 0);
    assertThat(looks(1)).containsExactly("marked.csv");

    sftp.remove("/marked.csv");
    sftp.rename("/renamed.csv.part", "/renamed.csv");

    assertThat(looks(1)).containsExactly("renamed.csv");
    assertThat(complete.vouchedFor("renamed.csv")).isTrue();
  }

  @Test
  void aFileThatIsOpenForWritingIsNeverWhole() throws Exception {
    write("a.csv", "1", 0);
    write(".a.csv.open", "", 0);
    write("a.csv.done", "", 0);

    assertThat(looks(1000)).isEmpty();
  }

  @Test
  void whatLooksCutOffIsHeldMuchLongerAndThenGivenUp() throws Exception {
    write("a.csv", "1", 0);
    assertThat(looks(16)).containsExactly("a.csv");
    assertThat(complete.hold("a.csv")).isTrue();

    assertThat(looks(200)).isEmpty();
    assertThat(looks(100)).containsExactly("a.csv");
    assertThat(complete.hold("a.csv")).isFalse();
  }

  @Test
  void whatWillNeverBeTakenIsToldOnceWithWhatToDo() throws Exception {
    write("..a.csv", "1", 0);
    write("b.csv.part", "1", 0);
    write("c.csv.part", "1", 0);
    write("c.csv.broken.txt", "it broke off", 0);

    assertThat(looks(100)).isEmpty();
    assertThat(complete.strays()).isEmpty();
    assertThat(looks(250)).isEmpty();
    assertThat(complete.strays())
        .extracting(stray -> stray.name() + ": " + stray.reason().lines().findFirst().orElseThrow())
        .containsExactlyInAnyOrder(
            "..a.csv: NAME_WITH_DOT", "b.csv.part: NAME_OF_AN_UNFINISHED_UPLOAD");
    write("a.csv.reason.txt", "told", 0);
    write("b.csv.part.reason.txt", "told", 0);
    looks(1);
    assertThat(complete.strays()).isEmpty();
  }

  /** The names found at the last of so many looks, two seconds apart. */
  private List<String> looks(int count) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clock.advance(Duration.ofSeconds(2));
      List<DirEntry> entries = new ArrayList<>();
      sftp.readDir("/").forEach(entries::add);
      names.clear();
      complete.filterFiles(entries.toArray(new DirEntry[0])).stream()
          .map(DirEntry::getFilename)
          .forEach(names::add);
    }
    return names;
  }

  private void write(String name, String content, int second) throws IOException {
    Path file = Files.writeString(root.resolve("home/shop").resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(second)));
  }
}
