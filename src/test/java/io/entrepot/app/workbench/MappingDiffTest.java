package io.entrepot.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.mapping.MappingBundle;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingDiffTest {
  private static final String NAME = "acme/order.inbound";
  private static final String OLD =
      """
      mapping: acme/order.inbound
      to: ./order
      fields:
        id: $.no
        buyer.name: { from: $.who, required: true }
        lines:
          each: $.items
          fields: { sku: $.code, qty: { from: $.n, as: integer } }
      tables: { big: acme/big.yaml, small: { "1": ONE, "2": TWO } }
      ignored: [ $.x ]
      examples: [ { name: e, in: {}, out: {} } ]
      """;

  @Test
  void anotherWayToWriteTheSameIsNoDifference() {
    String other =
        OLD.replace("id: $.no", "id: { from: $.no }")
            .replace(
                "buyer.name: { from: $.who, required: true }",
                "buyer: { fields: { name: { required: true, from: $.who } } }");

    assertThat(MappingDiff.of(bundle(OLD, "a: A"), bundle(other, "a: A")).entries()).isEmpty();
  }

  @Test
  void fieldsRowsIgnoredOnesAndExamplesAreNamedWithWhatChanged() {
    String other =
        OLD.replace("  id: $.no\n", "")
            .replace("as: integer", "as: integer, min: 1")
            .replace("sku: $.code,", "sku: $.code, price: $.p,")
            .replace("\"2\": TWO", "\"2\": ZWEI")
            .replace("[ $.x ]", "[ $.y ]")
            .replace("name: e,", "name: other,");

    MappingDiff diff = MappingDiff.of(bundle(OLD, "a: A\nb: B"), bundle(other, "a: A\nc: C"));

    assertThat(diff.entries())
        .extracting(DiffEntry::text)
        .containsExactlyInAnyOrder(
            "- field id: {\"from\":\"$.no\"}",
            "+ field lines[].price: {\"from\":\"$.p\"}",
            "~ field lines[].qty: not said -> {\"min\":1}",
            "- table big 'b': B",
            "+ table big 'c': C",
            "~ table small '2': TWO -> ZWEI",
            "- ignored $.x: listed",
            "+ ignored $.y: listed",
            "- example 'e': {\"name\":\"e\",\"in\":{},\"out\":{}}",
            "+ example 'other': {\"name\":\"other\",\"in\":{},\"out\":{}}");
  }

  @Test
  void aTableOfCommasIsComparedRowByRowToo() {
    String file = OLD.replace("acme/big.yaml", "acme/big.csv");
    MappingDiff diff = MappingDiff.of(csv(file, "A,one\nB,two"), csv(file, "A,one\nB,zwei"));

    assertThat(diff.entries())
        .extracting(DiffEntry::text)
        .containsExactly("~ table big 'B': two -> zwei");
  }

  private static MappingBundle csv(String file, String rows) {
    return new MappingBundle(
        NAME,
        Map.of(NAME + ".yaml", bytes(file), "acme/big.csv", bytes("code,value\n" + rows + "\n")));
  }

  @Test
  void aSchemaThatChangedIsNamedByPlace() {
    MappingBundle old = bundle(OLD, "a: A");
    MappingBundle next =
        new MappingBundle(
            NAME,
            Map.of(
                NAME + ".yaml",
                bytes(OLD),
                "acme/big.yaml",
                bytes("a: A"),
                "acme/order.json",
                bytes("{\"properties\": {\"id\": {\"maxLength\": 9}}}")));

    assertThat(MappingDiff.of(old, next).entries())
        .extracting(DiffEntry::text)
        .containsExactly("~ schema acme/order.json properties.id.maxLength: 5 -> 9");
  }

  private static MappingBundle bundle(String file, String big) {
    return new MappingBundle(
        NAME,
        Map.of(
            NAME + ".yaml",
            bytes(file),
            "acme/big.yaml",
            bytes(big),
            "acme/order.json",
            bytes("{\"properties\": {\"id\": {\"maxLength\": 5}}}")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
