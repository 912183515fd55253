package io.entrepot.core.privacy;

/**
 * Port: authenticated encryption of personal data; the key's id travels inside the sealed bytes.
 */
public interface PersonalDataCipher {
  byte[] seal(byte[] plain);

  /**
   * Fails with an exception that names the key's id when the bytes were altered or the key is gone.
   */
  byte[] open(byte[] sealed);
}
