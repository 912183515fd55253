package io.entrepot.app.keys;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;

/** The keys as the file had them at one moment. */
record Keys(Map<String, SecretKey> byId, String current) {
  Keys {
    if (!byId.containsKey(current)) {
      throw new IllegalArgumentException("the current key '" + current + "' is not in the ring");
    }
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  /** Never a key. */
  @Override
  public String toString() {
    return byId.keySet() + ", current " + current;
  }
}
