package io.entrepot.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verbs that need no hub. */
class MappingCommandTest {
  /** As an integration document writes it. */
  private static final String PAIRS =
      """
      {"data_mappings": {
        "wms_to_shopee": {
          "product_code": "sku", "available_quantity": "stock",
          "reserved_quantity": "reserved_stock", "warehouse_location": "location"},
        "shopee_to_oms": {
          "order_sn": "external_order_id", "buyer_username": "customer_name",
          "recipient_address": "shipping_address", "item_list": "order_items"},
        "pim_to_shopee": {
          "product_id": "sku", "name_ja": "product_name_ja", "name_en": "product_name_en",
          "category_code": "category_id", "price_jpy": "price"}}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void everyShippedExampleHolds() throws Exception {
    int code = run("test", "--json");

    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(code).isZero();
    assertThat(report.path("passed").asBoolean()).isTrue();
    assertThat(report.path("examples").asInt()).isGreaterThan(20);
    assertThat(report.path("mappings"))
        .extracting(mapping -> mapping.path("mapping").asText())
        .contains("online-retail/order.inbound", "wms/shipment.outbound");
  }

  @Test
  void anExampleThatFailsIsToldWithFileAndLineAndExitsOne() throws Exception {
    write(
        "acme/thing.json",
        "{\"type\": \"object\", \"additionalProperties\": false,"
            + " \"properties\": {\"id\": {\"type\": \"string\"}}}");
    Path file =
        write(
            "acme/thing.inbound.yaml",
            """
            mapping: acme/thing.inbound
            to: ./thing
            fields: { id: $.a }
            examples:
              - { name: good, in: { a: x }, out: { id: x } }
              - { name: wrong, in: { a: x }, out: { id: y } }
            """);

    assertThat(run("test", file.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("FAILED acme/thing.inbound (2 examples)")
        .contains("acme/thing.inbound.yaml:6: example 'wrong' gave {\"id\":\"x\"} instead of");
    assertThat(run("test", "--folder", folder.toString(), "acme/thing.inbound")).isEqualTo(1);
  }

  @Test
  void aFileThatCannotBeUsedFailsTheTestByItsReason() throws Exception {
    Path file = write("acme/thing.inbound.yaml", "mapping: acme/thing.inbound\nto: Nothing\n");

    assertThat(run("test", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("there is no schema mappings/_schemas/Nothing.json");
  }

  @Test
  void pairsBecomeMappingsThatPassTheirTestsAndNameWhatIsOpen() throws Exception {
    Path pairs = write("mapping.json", PAIRS);

    assertThat(run("import-json", pairs.toString(), "--out", folder.toString())).isZero();

    assertThat(out.toString())
        .contains("item_list -> order_items: a list by its name")
        .contains("category_code -> category_id: codes by its name")
        .contains("price_jpy -> price: an amount by its name, in JPY")
        .contains("product_code -> sku: also spelt sku, product_id elsewhere")
        .contains("no example is given")
        .contains("written: shopee/pim.outbound.yaml");
    assertThat(
            run(
                "test",
                "--folder",
                folder.toString(),
                "shopee/wms.outbound",
                "oms/shopee.outbound",
                "shopee/pim.outbound"))
        .isZero();
    assertThat(folder.resolve("shopee/wms.outbound.yaml"))
        .content()
        .contains("\"stock\": $.available_quantity")
        .contains("# - available_quantity -> stock: a number by its name");
  }

  @Test
  void pairsThatAreWrittenWronglyAreRefusedWithThePlace() throws Exception {
    assertThat(imported("{\"data_mappings\": {\n\"a_to_b\": {\"x\": 1}}}")).isEqualTo(1);
    assertThat(err.toString()).contains("data_mappings.a_to_b: \"x\": 1 is no pair");
    assertThat(imported("{\"data_mappings\":\n {\"a_to_b\": {\"x\": \"y\", \"x\": \"z\"}}}"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("mapping.json:2: is no JSON: Duplicate field 'x'");
    assertThat(imported("{\"data_mappings\": {\"../etc\": {\"x\": \"y\"}}}")).isEqualTo(1);
    assertThat(err.toString()).contains("is not named <source>_to_<target>");
    assertThat(imported("[]")).isEqualTo(1);
  }

  private int imported(String json) throws Exception {
    return run("import-json", write("mapping.json", json).toString());
  }

  @Test
  void aDocumentOnDiskIsPreviewedWithoutAHub() throws Exception {
    run("import-json", write("mapping.json", PAIRS).toString(), "--out", folder.toString());
    Path mapping = folder.resolve("shopee/wms.outbound.yaml");
    Path good = write("good.json", "{\"product_code\": \"A-1\", \"extra\": true}");

    assertThat(run("preview", mapping.toString(), "--with", good.toString())).isZero();

    assertThat(out.toString())
        .contains("\"sku\" : \"A-1\"")
        .contains("neither mapped nor ignored: $.extra");
  }

  @Test
  void aDocumentInThePartnersOwnFormIsPreviewedAsDeclared() throws Exception {
    write(
        "acme/thing.json",
        "{\"type\": \"object\", \"additionalProperties\": false,"
            + " \"properties\": {\"id\": {\"type\": \"string\"}}}");
    Path mapping =
        write(
            "acme/thing.inbound.yaml",
            """
            mapping: acme/thing.inbound
            to: ./thing
            source: { format: xml, root: Order }
            fields: { id: $.No }
            examples:
              - { name: e, in: "<Order><No>7</No></Order>", out: { id: "7" } }
            """);
    Path good = write("good.xml", "<Order><No>8</No></Order>");
    Path bad = write("bad.xml", "<Order><No>8</Order>");

    assertThat(run("preview", mapping.toString(), "--with", good.toString())).isZero();
    assertThat(out.toString()).contains("\"id\" : \"8\"");
    assertThat(run("preview", mapping.toString(), "--with", bad.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("rejects it");
  }

  @Test
  void twoFilesAreComparedWithoutAHub() throws Exception {
    run("import-json", write("mapping.json", PAIRS).toString(), "--out", folder.toString());
    Path old = folder.resolve("shopee/wms.outbound.yaml");
    String text = Files.readString(old).replace("$.warehouse_location", "$.shelf");
    Path next =
        write(
            "next/shopee/wms.outbound.yaml", text.replace("\"warehouse_location\":", "\"shelf\":"));
    Files.copy(folder.resolve("shopee/wms.json"), folder.resolve("next/shopee/wms.json"));

    assertThat(run("diff", old.toString(), next.toString())).isZero();

    assertThat(out.toString())
        .contains(
            "~ field location: {\"from\":\"$.warehouse_location\"} -> {\"from\":\"$.shelf\"}");
  }

  private Path write(String path, String text) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new MappingCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
