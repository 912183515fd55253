package io.entrepot.app.event;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.entrepot.core.event.DomainEvent;
import io.entrepot.core.event.EventEncoder;
import io.entrepot.core.money.Money;
import io.entrepot.core.privacy.PersonalDataCipher;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * An event's record components as JSON, sealed where they are personal: money "15000 KRW", times
 * ISO-8601 in UTC.
 */
@Component
final class SealedJson implements EventEncoder {
  // Fields only: the accessors name(), version() and entityKey() are the envelope's, not the
  // body's.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .addModule(
              new SimpleModule().addSerializer(Money.class, new ToStringSerializer(Money.class)))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .build();

  private final PersonalDataCipher cipher;

  SealedJson(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  @Override
  public byte[] encode(DomainEvent event) {
    try {
      byte[] json = JSON.writeValueAsBytes(event);
      return event.personal() ? cipher.seal(json) : json;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("event " + event.name() + " cannot become JSON", e);
    }
  }

  /** Nothing sealed begins like JSON: its first byte is the number of its format. */
  private static boolean isReadable(byte[] body) {
    return body.length > 0 && body[0] == '{';
  }

  JsonNode decode(byte[] body) {
    try {
      return JSON.readTree(isReadable(body) ? body : cipher.open(body));
    } catch (IOException e) {
      throw new UncheckedIOException("an event's body is no JSON", e);
    }
  }
}
