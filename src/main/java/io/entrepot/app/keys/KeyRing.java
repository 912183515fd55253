package io.entrepot.app.keys;

import io.entrepot.core.privacy.PersonalDataCipher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Several AES-256 keys, one of them current: new text is sealed with the current one, old text is
 * opened with the one it names.
 *
 * <p>Sealed form: format (1 byte), length of the key id (1 byte), key id (ASCII), nonce (12 bytes),
 * ciphertext with tag. The head is authenticated too, so that nobody can point a text at another
 * key.
 */
public final class KeyRing implements PersonalDataCipher {
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, SecretKey> keys;
  private final String current;

  KeyRing(Map<String, SecretKey> keys, String current) {
    if (!keys.containsKey(current)) {
      throw new IllegalArgumentException("the current key '" + current + "' is not in the ring");
    }
    this.keys = Map.copyOf(keys);
    this.current = current;
  }

  @Override
  public byte[] seal(byte[] plain) {
    byte[] head = head(current);
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] text = run(Cipher.ENCRYPT_MODE, current, head, nonce, ByteBuffer.wrap(plain));
    return ByteBuffer.allocate(head.length + NONCE_BYTES + text.length)
        .put(head)
        .put(nonce)
        .put(text)
        .array();
  }

  @Override
  public byte[] open(byte[] sealed) {
    ByteBuffer in = ByteBuffer.wrap(sealed);
    String id = keyId(in);
    byte[] nonce = new byte[NONCE_BYTES];
    in.get(nonce);
    return run(Cipher.DECRYPT_MODE, id, head(id), nonce, in);
  }

  private static byte[] head(String id) {
    byte[] ascii = id.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 + ascii.length)
        .put(FORMAT)
        .put((byte) ascii.length)
        .put(ascii)
        .array();
  }

  private static String keyId(ByteBuffer in) {
    int least = 2 + NONCE_BYTES + TAG_BITS / 8;
    if (in.remaining() < least || in.get() != FORMAT) {
      throw new UnreadableText("this is not a sealed text of format " + FORMAT);
    }
    int length = Byte.toUnsignedInt(in.get());
    if (in.remaining() < length + least - 2) {
      throw new UnreadableText("this sealed text is cut short");
    }
    byte[] id = new byte[length];
    in.get(id);
    return new String(id, StandardCharsets.US_ASCII);
  }

  private byte[] run(int mode, String id, byte[] head, byte[] nonce, ByteBuffer in) {
    SecretKey key = keys.get(id);
    if (key == null) {
      throw new UnreadableText(
          "no key '"
              + id
              + "' in the key ring: put it back into the keys file (ENTREPOT_KEYS_FILE)");
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(head);
      return cipher.doFinal(in.array(), in.arrayOffset() + in.position(), in.remaining());
    } catch (AEADBadTagException e) {
      throw new UnreadableText("this sealed text was changed, or key '" + id + "' is another one");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no working AES/GCM", e);
    }
  }
}
