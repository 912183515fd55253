package io.entrepot.app.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.entrepot.core.privacy.PersonalDataCipher;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Rows hold names and addresses: they lie in the database encrypted. */
@Component
final class RowSeal {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new ParameterNamesModule()).build();
  private static final ObjectWriter WRITER = JSON.writerFor(RowContent.class);
  private static final ObjectReader READER = JSON.readerFor(RowContent.class);

  private final PersonalDataCipher cipher;

  RowSeal(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  byte[] seal(RowContent content) {
    try {
      return cipher.seal(WRITER.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  RowContent open(byte[] sealed) {
    try {
      return READER.readValue(cipher.open(sealed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
