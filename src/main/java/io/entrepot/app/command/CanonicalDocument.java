package io.entrepot.app.command;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.entrepot.app.failure.RefusedException;
import io.entrepot.core.money.Money;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reads a command from the document that its mapping made: the fields have the command's names. */
final class CanonicalDocument {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new ParameterNamesModule())
          .addModule(new SimpleModule().addDeserializer(Money.class, new MoneyReader()))
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private CanonicalDocument() {}

  /**
   * @throws RefusedException names the field, never its value: that may be personal
   */
  static <T> T read(JsonNode document, Class<T> command) {
    try {
      return JSON.treeToValue(document, command);
    } catch (JsonMappingException e) {
      throw refused(command, "field '" + path(e) + "' is missing, unknown or of the wrong form");
    } catch (JsonProcessingException e) {
      throw refused(command, "it is no such document");
    }
  }

  private static RefusedException refused(Class<?> command, String why) {
    return new RefusedException(
        "BAD_DOCUMENT",
        "the document does not fit " + command.getSimpleName() + ": " + why + "; mend the mapping",
        false);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static final class MoneyReader extends StdDeserializer<Money> {
    private static final long serialVersionUID = 1L;

    MoneyReader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return Money.parse(parser.getText());
    }
  }
}
