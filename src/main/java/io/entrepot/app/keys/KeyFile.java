package io.entrepot.app.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.embedded.SecretFile;
import io.entrepot.app.embedded.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key ring on disk, readable by its owner only: {@code {"current": "2026-11-21", "keys":
 * {"2026-11-21": "32 bytes in base64"}}}. To rotate, add a key, name it current, keep the old ones.
 */
final class KeyFile {
  private static final int KEY_BYTES = 32;
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
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    String id = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    Content content = new Content(id, Map.of(id, Base64.getEncoder().encodeToString(key)));
    try {
      SecretFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content));
    } catch (IOException e) {
      throw new StartRefused("cannot write the key ring " + file + ": " + e, e);
    }
  }

  KeyRing read() {
    refuseOthers();
    Content content = content();
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    content.keys.forEach((id, text) -> keys.put(id, key(id, text)));
    if (!keys.containsKey(content.current)) {
      throw refused("names '" + content.current + "' as current, but has no such key: add it");
    }
    return new KeyRing(keys, content.current);
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
