package io.entrepot.app.keys;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Rings for tests; the same id is always the same key. */
public final class TestKeys {
  private TestKeys() {}

  public static KeyRing ring(String current, String... ids) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    for (String id : ids) {
      byte[] key = new byte[32];
      key[0] = (byte) id.hashCode();
      keys.put(id, new SecretKeySpec(key, "AES"));
    }
    return new KeyRing(KeySource.of(new Keys(keys, current)));
  }
}
