package io.entrepot.app.keys;

import io.entrepot.core.privacy.PersonalDataCipher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Several AES-256 keys, one of them current: new text is sealed with the current one, old text is
 * opened with the one it names. The one ring for all that is sealed.
 *
 * <p>Sealed form: format (1 byte), length of the key id (1 byte), key id (ASCII), nonce (12 bytes),
 * ciphertext with tag. The head is authenticated too, so that nobody can point a text at another
 * key; and so is the context, if one is given, so that nobody can move a text to another place.
 */
public final class KeyRing implements PersonalDataCipher {
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] NOWHERE = {};
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeySource source;

  KeyRing(KeySource source) {
    this.source = source;
  }

  @Override
  public byte[] seal(byte[] plain) {
    return seal(plain, NOWHERE);
  }

  /**
   * Sealed for one place.
   *
   * @param context what it belongs to, such as a row's key; the same is needed to open it
   */
  public byte[] seal(byte[] plain, byte[] context) {
    Keys keys = source.toSeal();
    byte[] head = head(keys.current());
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    SecretKey key = key(keys, keys.current());
    byte[] text = run(Cipher.ENCRYPT_MODE, key, with(head, context), nonce, ByteBuffer.wrap(plain));
    return ByteBuffer.allocate(head.length + NONCE_BYTES + text.length)
        .put(head)
        .put(nonce)
        .put(text)
        .array();
  }

  @Override
  public byte[] open(byte[] sealed) {
    return open(sealed, NOWHERE);
  }

  /**
   * The plain text.
   *
   * @throws UnreadableText if it was changed, is of another place, or its key is not there
   */
  public byte[] open(byte[] sealed, byte[] context) {
    ByteBuffer in = ByteBuffer.wrap(sealed);
    String id = keyId(in);
    byte[] nonce = new byte[NONCE_BYTES];
    in.get(nonce);
    SecretKey key = key(source.toOpen(id), id);
    return run(Cipher.DECRYPT_MODE, key, with(head(id), context), nonce, in);
  }

  /** Which key sealed this. */
  public static String keyIdOf(byte[] sealed) {
    return keyId(ByteBuffer.wrap(sealed));
  }

  /** What new texts are sealed with. */
  public String currentId() {
    return source.toSeal().current();
  }

  /** All keys, in the order of the file. */
  public Set<String> ids() {
    return source.toSeal().byId().keySet();
  }

  private static byte[] head(String id) {
    byte[] ascii = id.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 + ascii.length)
        .put(FORMAT)
        .put((byte) ascii.length)
        .put(ascii)
        .array();
  }

  private static byte[] with(byte[] head, byte[] context) {
    return ByteBuffer.allocate(head.length + context.length).put(head).put(context).array();
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

  private static SecretKey key(Keys keys, String id) {
    SecretKey key = keys.byId().get(id);
    if (key == null) {
      throw new UnreadableText(
          "no key '"
              + id
              + "' in the key ring: put it back into the keys file (ENTREPOT_KEYS_FILE)");
    }
    return key;
  }

  private static byte[] run(
      int mode, SecretKey key, byte[] authenticated, byte[] nonce, ByteBuffer in) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(authenticated);
      return cipher.doFinal(in.array(), in.arrayOffset() + in.position(), in.remaining());
    } catch (AEADBadTagException e) {
      throw new UnreadableText(
          "this sealed text was changed, was moved here from another place, or its key is another"
              + " one of the same name");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no working AES/GCM", e);
    }
  }
}
