package io.entrepot.app.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final byte[] TEXT = "김민준, 서울".getBytes(UTF_8);

  private final KeyRing ring = ring(Map.of("old", key(1)), "old");

  @Test
  void opensWhatItSealed() {
    assertThat(ring.open(ring.seal(TEXT))).isEqualTo(TEXT);
    assertThat(ring.open(ring.seal(new byte[0]))).isEmpty();
  }

  @Test
  void sealsTheSameTextNeverTheSameWay() {
    assertThat(ring.seal(TEXT)).isNotEqualTo(ring.seal(TEXT));
  }

  @Test
  void everyChangedByteIsNoticed() {
    byte[] sealed = ring.seal(TEXT);

    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> ring.open(changed)).isInstanceOf(UnreadableText.class);
    }
  }

  @Test
  void aTextThatIsCutShortIsNoticed() {
    byte[] sealed = ring.seal(TEXT);

    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> ring.open(cut)).isInstanceOf(UnreadableText.class);
    }
  }

  @Test
  void afterARotationOldTextIsReadAndNewTextIsSealedWithTheNewKey() {
    byte[] sealedBefore = ring.seal(TEXT);
    KeyRing rotated = ring(Map.of("old", key(1), "new", key(2)), "new");

    assertThat(rotated.open(sealedBefore)).isEqualTo(TEXT);
    byte[] sealedAfter = rotated.seal(TEXT);
    assertThatThrownBy(() -> ring.open(sealedAfter))
        .isInstanceOf(UnreadableText.class)
        .hasMessageContaining("no key 'new'")
        .hasMessageContaining("ENTREPOT_KEYS_FILE");
  }

  @Test
  void anotherKeyOfTheSameNameOpensNothing() {
    KeyRing other = ring(Map.of("old", key(9)), "old");

    assertThatThrownBy(() -> other.open(ring.seal(TEXT))).isInstanceOf(UnreadableText.class);
  }

  private static SecretKey key(int seed) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) seed);
    return new SecretKeySpec(bytes, "AES");
  }

  private static KeyRing ring(Map<String, SecretKey> keys, String current) {
    return new KeyRing(KeySource.of(new Keys(keys, current)));
  }

  @Test
  void aTextIsOpenedOnlyWhereItBelongs() {
    byte[] sealed = ring.seal(TEXT, "shopee/partner-key".getBytes(UTF_8));

    assertThat(ring.open(sealed, "shopee/partner-key".getBytes(UTF_8))).isEqualTo(TEXT);
    assertThatThrownBy(() -> ring.open(sealed, "wms/partner-key".getBytes(UTF_8)))
        .isInstanceOf(UnreadableText.class);
    assertThatThrownBy(() -> ring.open(sealed)).isInstanceOf(UnreadableText.class);
    assertThat(KeyRing.keyIdOf(sealed)).isEqualTo("old");
  }
}
