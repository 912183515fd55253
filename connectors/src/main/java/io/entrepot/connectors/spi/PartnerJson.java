package io.entrepot.connectors.spi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * JSON from outside, read without its traps: a name stands once (two readers that take the first
 * and the last of two amounts can be paid apart), nesting and lengths are bounded, nothing follows
 * the value, and no amount becomes a double.
 */
public final class PartnerJson {
  private static final int DEPTH_MAX = 100;
  private static final int NUMBER_CHARS_MAX = 100;
  private static final int TEXT_CHARS_MAX = 10_000_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNumberLength(NUMBER_CHARS_MAX)
                          .maxStringLength(TEXT_CHARS_MAX)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // 15000.00 would become 1.5E+4, which is no amount.
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** What follows an inner value is not its own. */
  private static final ObjectReader INNER =
      JSON.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private PartnerJson() {}

  /**
   * The value; a missing node for an empty text.
   *
   * @throws JsonProcessingException if it is no JSON, nests deeper than 100 levels, names a field
   *     twice, or has a number of more than 100 characters or of more than 1000 digits when it is
   *     written out, as {@code 1e999999999}
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    try (JsonParser parser = new BoundedNumbers(JSON.createParser(text))) {
      JsonNode value = JSON.readTree(parser);
      return value == null ? MissingNode.getInstance() : value;
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a text was read", e);
    }
  }

  /**
   * The value at which a parser stands, within a larger text; its names and numbers are judged as
   * those of a whole one.
   *
   * @throws IOException as {@link #read(String)}, or if the text cannot be read
   */
  public static JsonNode read(JsonParser parser) throws IOException {
    return INNER.readTree(new BoundedNumbers(parser));
  }
}
