package io.entrepot.connectors.http.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FieldPathTest {

  @Test
  void aNumberIsTextInItsDigitsUnlessNobodyWritesItOut() {
    ObjectNode document = new JsonNodeFactory(true).objectNode();
    document.put("small", new BigDecimal("1.50e3")).put("huge", new BigDecimal("1e999999999"));

    assertThat(text("$.small", document)).isEqualTo("1500");
    assertThat(text("$.huge", document)).isEqualTo("none");
    assertThat(text("$.missing", document)).isEqualTo("none");
  }

  private static String text(String path, ObjectNode document) {
    return FieldPath.parse(path).orElseThrow().textIn(document).orElse("none");
  }
}
