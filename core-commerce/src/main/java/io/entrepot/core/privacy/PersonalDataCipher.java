package io.entrepot.core.privacy;

/**
 * Seals personal data before it is written. What {@link #seal} returns names the key it was sealed
 * with, so that keys can be changed without touching what is stored.
 */
public interface PersonalDataCipher {
  /** Never the same bytes twice, even for the same text. */
  byte[] seal(byte[] plain);

  /**
   * The text as it was sealed.
   *
   * @throws IllegalStateException if the bytes were changed or their key is not in the ring
   */
  byte[] open(byte[] sealed);
}
