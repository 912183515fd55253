package io.entrepot.core;

import io.entrepot.core.privacy.PersonalDataCipher;

/** No secret, but nothing readable either. */
final class XorCipher implements PersonalDataCipher {
  @Override
  public byte[] seal(byte[] plain) {
    return turned(plain);
  }

  @Override
  public byte[] open(byte[] sealed) {
    return turned(sealed);
  }

  private static byte[] turned(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = (byte) (bytes[i] ^ 0x5A);
    }
    return turned;
  }
}
