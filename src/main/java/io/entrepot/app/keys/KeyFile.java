package io.entrepot.app.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.embedded.SecretFile;
import io.entrepot.app.embedded.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key ring on disk, readable by its owner only: {@code {"current": "2026-11-21", "keys":
 * {"2026-11-21": "32 bytes in base64"}}}. To rotate, a key is added and named current, and the old
 * ones stay.
 */
final class KeyFile {
  private static final int KEY_BYTES = 32;
  // A file lock belongs to the process: it does not keep its threads apart.
  private static final Object IN_THIS_JVM = new Object();
  private static final String ID = "[A-Za-z0-9._-]{1,64}";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path file;

  KeyFile(Path file) {
    this.file = file;
  }

  private record Content(String current, Map<String, String> keys) {}

  boolean exists() {
    return Files.exists(file);
  }

  /** A ring with one new key. */
  void create(Clock clock) {
    String id = today(clock);
    write(new Content(id, Map.of(id, newKey())));
  }

  /** One more key, which nothing is sealed with yet; the answer is its id. */
  String add(Clock clock) {
    return alone(
        () -> {
          Content before = content();
          String id = freeId(today(clock), before.keys.keySet());
          Map<String, String> keys = new LinkedHashMap<>(before.keys);
          keys.put(id, newKey());
          write(new Content(before.current, keys));
          return id;
        });
  }

  /** From now on texts are sealed with this one. */
  void activate(String id) {
    alone(
        () -> {
          Content before = content();
          if (!before.keys.containsKey(id)) {
            throw refused("has no key '" + id + "'; it has " + before.keys.keySet());
          }
          write(new Content(id, before.keys));
          return id;
        });
  }

  /** Two nodes that add a key to one file at once would lose one, and with it what it sealed. */
  private String alone(Supplier<String> change) {
    synchronized (IN_THIS_JVM) {
      return locked(change);
    }
  }

  private String locked(Supplier<String> change) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Given back when the channel is closed.
      channel.lock();
      refuseOthers();
      return change.get();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  FileTime changedAt() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new StartRefused("cannot read the key ring " + file + ": " + e, e);
    }
  }

  private static String today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
  }

  private static String freeId(String day, Set<String> taken) {
    String id = day;
    for (int n = 2; taken.contains(id); n++) {
      id = day + "-" + n;
    }
    return id;
  }

  private static String newKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private void write(Content content) {
    try {
      SecretFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private StartRefused unwritable(IOException e) {
    return new StartRefused(
        "cannot write the key ring "
            + file
            + " ("
            + e
            + "): make its folder writable, or add the key by hand on every node",
        e);
  }

  Keys read() {
    refuseOthers();
    Content content = content();
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    content.keys.forEach((id, text) -> keys.put(id, key(id, text)));
    if (!keys.containsKey(content.current)) {
      throw refused("names '" + content.current + "' as current, but has no such key: add it");
    }
    return new Keys(keys, content.current);
  }

  private void refuseOthers() {
    try {
      if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw refused("can be read by others: run chmod 600 " + file);
      }
    } catch (IOException e) {
      throw new StartRefused("cannot read the key ring " + file + ": " + e, e);
    }
  }

  private Content content() {
    try {
      Content content = JSON.readValue(file.toFile(), Content.class);
      if (content != null && content.current != null && content.keys != null) {
        return content;
      }
    } catch (JsonProcessingException e) {
      throw refused("is not the JSON of a key ring");
    } catch (IOException e) {
      throw new StartRefused("cannot read the key ring " + file + ": " + e, e);
    }
    throw refused("needs the fields current and keys");
  }

  private SecretKey key(String id, String text) {
    if (!id.matches(ID)) {
      throw refused("has a key id that is not of the form " + ID);
    }
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length == KEY_BYTES) {
        return new SecretKeySpec(key, "AES");
      }
    } catch (IllegalArgumentException e) {
      throw refused("key '" + id + "' is not base64");
    }
    throw refused("key '" + id + "' is not of " + KEY_BYTES + " bytes");
  }

  private StartRefused refused(String reason) {
    return new StartRefused("the key ring " + file + " " + reason);
  }
}
