package io.entrepot.app.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.entrepot.core.privacy.PersonalDataCipher;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Content as it is stored: JSON, compressed, then sealed. In this order: sealed bytes don't shrink.
 */
@Component
final class SealedContent {
  /** Far above any body that is let in; stops a forged row from filling the memory. */
  private static final int PLAIN_BYTES_MAX = 64 * 1024 * 1024;

  /** Amounts stay as they were written: 12.50 is not 12.5. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final PersonalDataCipher cipher;

  SealedContent(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  byte @Nullable [] seal(@Nullable JsonNode content) {
    if (content == null) {
      return null;
    }
    try {
      return cipher.seal(deflate(JSON.writeValueAsBytes(content)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this content cannot be written as JSON", e);
    }
  }

  @Nullable JsonNode open(byte @Nullable [] sealed) {
    return sealed == null ? null : require(sealed);
  }

  /** Throws IllegalStateException if the content was changed or its key is missing. */
  JsonNode require(byte[] sealed) {
    try {
      return JSON.readTree(inflate(cipher.open(sealed)));
    } catch (IOException e) {
      throw new IllegalStateException("this stored content is not compressed JSON", e);
    }
  }

  private static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 64);
    try (DeflaterOutputStream compressed = new DeflaterOutputStream(out, deflater)) {
      compressed.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  private static byte[] inflate(byte[] compressed) throws IOException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
      byte[] plain = in.readNBytes(PLAIN_BYTES_MAX + 1);
      if (plain.length > PLAIN_BYTES_MAX) {
        throw new IOException("longer than " + PLAIN_BYTES_MAX + " bytes");
      }
      return plain;
    }
  }
}
