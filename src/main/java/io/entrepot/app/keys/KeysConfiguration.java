package io.entrepot.app.keys;

import io.entrepot.app.embedded.StartRefused;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The node's key ring: {@code entrepot.keys.file}, else keys.json in the data directory. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(KeysConfiguration.class);

  @Bean
  KeyRing keyRing(WatchedKeys keys) {
    return new KeyRing(keys);
  }

  @Bean
  KeyFile keyFile(
      @Value("${entrepot.keys.file}") String file,
      @Value("${entrepot.data}") String data,
      @Value("${entrepot.profile}") String profile,
      Clock clock) {
    KeyFile keys = new KeyFile(file.isBlank() ? Path.of(data, "keys.json") : Path.of(file));
    if (!keys.exists()) {
      refuseMissing(file, profile);
      keys.create(clock);
      LOG.info("A new key ring was made: keep it, what it sealed cannot be read without it");
    }
    return keys;
  }

  @Bean
  WatchedKeys watchedKeys(KeyFile file) {
    return new WatchedKeys(file);
  }

  /** A key that is made anew in silence would leave all that was sealed before unreadable. */
  private static void refuseMissing(String file, String profile) {
    if (!file.isBlank()) {
      throw new StartRefused("ENTREPOT_KEYS_FILE names " + file + ", which does not exist");
    }
    if (profile.equals("production")) {
      throw new StartRefused(
          "ENTREPOT_KEYS_FILE is missing: in production it names the file with the keys that seal"
              + " personal data (mode 0600)");
    }
  }
}
