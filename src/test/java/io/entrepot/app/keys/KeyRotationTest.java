package io.entrepot.app.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that share a key file. */
class KeyRotationTest {
  private static final byte[] TEXT = "김민준".getBytes(UTF_8);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void make() {
    file = folder.resolve("keys.json");
    new KeyFile(file).create(Clock.systemUTC());
  }

  @Test
  void whatOneNodeSealsWithANewKeyTheOtherOpensAtOnce() {
    WatchedKeys a = new WatchedKeys(new KeyFile(file));
    KeyRing other = new KeyRing(new WatchedKeys(new KeyFile(file)));
    byte[] before = other.seal(TEXT);

    String id = new KeyRotation(new KeyFile(file), a, Clock.systemUTC()).rotate();

    byte[] sealed = new KeyRing(a).seal(TEXT);
    assertThat(KeyRing.keyIdOf(sealed)).isEqualTo(id);
    Awaitility.await()
        .atMost(Duration.ofSeconds(2))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(other.open(sealed)).isEqualTo(TEXT));
    assertThat(other.open(before)).isEqualTo(TEXT);
    assertThat(new KeyRing(a).open(before)).isEqualTo(TEXT);
  }

  @Test
  void theOtherNodeSealsWithTheNewKeyWithinSeconds() {
    KeyRing other = new KeyRing(new WatchedKeys(new KeyFile(file)));
    WatchedKeys a = new WatchedKeys(new KeyFile(file));

    String id = new KeyRotation(new KeyFile(file), a, Clock.systemUTC()).rotate();

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> KeyRing.keyIdOf(other.seal(TEXT)).equals(id));
  }

  @Test
  void aFileBrokenWhileTheHubRunsChangesNothing() throws Exception {
    KeyRing ring = new KeyRing(new WatchedKeys(new KeyFile(file)));
    byte[] sealed = ring.seal(TEXT);
    String before = ring.currentId();

    Files.writeString(file, "{ half");

    Awaitility.await()
        .during(Duration.ofMillis(2_500))
        .atMost(Duration.ofSeconds(10))
        .until(() -> ring.currentId().equals(before));
    assertThat(ring.open(sealed)).isEqualTo(TEXT);
  }

  @Test
  void keysAddedByTwoNodesAtOnceAreAllKept() throws Exception {
    Set<String> added = new ConcurrentSkipListSet<>();
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    CyclicBarrier start = new CyclicBarrier(4);
    for (int i = 0; i < 4; i++) {
      nodes.submit(
          () -> {
            KeyFile node = new KeyFile(file);
            start.await();
            for (int n = 0; n < 5; n++) {
              added.add(node.add(Clock.systemUTC()));
            }
            return null;
          });
    }
    nodes.shutdown();
    assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    assertThat(added).hasSize(20);
    assertThat(new TreeSet<>(new KeyFile(file).read().byId().keySet())).containsAll(added);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
