package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class MappingComponentTest {
  private final Mappings mappings = StartingMappings.load(new MappingFolder(null), Map.of());

  @Test
  void theBodyIsMappedAndTheExchangeSaysByWhat() throws Exception {
    JsonNode shipped =
        new ObjectMapper()
            .readTree(
                """
                {"shipmentId": "s-1", "carrier": "04", "waybill": "689912345678"}
                """);

    Exchange exchange = send("mapping:sweettracker/tracking.outbound", shipped);

    assertThat(exchange.getMessage().getBody(JsonNode.class).path("invoice_no").asText())
        .isEqualTo("689912345678");
    assertThat(exchange.getProperty("entrepotMapping")).isEqualTo("sweettracker/tracking.outbound");
    assertThat(exchange.getProperty("entrepotMappingVersion"))
        .isEqualTo(mappings.find("sweettracker/tracking.outbound").version());
  }

  @Test
  void whatCannotBeMappedFailsAndStillSaysByWhichVersion() throws Exception {
    Exchange exchange =
        send("mapping:sweettracker/tracking.outbound", new ObjectMapper().createObjectNode());

    assertThat(exchange.getException())
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("fid: is missing");
    assertThat(exchange.getProperty("entrepotMappingVersion")).isNotNull();
  }

  @Test
  void anUnknownMappingFailsWhenTheRouteIsLoaded() {
    assertThatThrownBy(() -> send("mapping:nobody/nothing.inbound", ""))
        .hasRootCauseInstanceOf(UnknownMappingException.class);
  }

  @Test
  void bytesComeInAndGoOutAsTheMappingDeclares() throws Exception {
    CompiledMapping mapping =
        TestMapping.to("rows[sku]")
            .compile(
                """
                source: { format: xml, root: order }
                target: { format: csv, encoding: CP949, line: lf }
                fields: { rows: { each: $.item, fields: { sku: $.name } } }
                """);
    MappingComponent component =
        new MappingComponent(new MappingsInForce(Map.of(mapping.name(), mapping)));
    byte[] body = "<order><item><name>양말</name></item></order>".getBytes(StandardCharsets.UTF_8);

    Exchange exchange = send("mapping:" + mapping.name(), body, component);

    assertThat(exchange.getMessage().getBody(byte[].class))
        .isEqualTo("sku\n양말\n".getBytes(Charset.forName("x-windows-949")));
    assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE))
        .isEqualTo("text/csv; charset=x-windows-949");
  }

  private Exchange send(String uri, Object body) throws Exception {
    return send(uri, body, new MappingComponent(mappings));
  }

  private static Exchange send(String uri, Object body, MappingComponent component)
      throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("mapping", component);
      camel.start();
      Exchange exchange = ExchangeBuilder.anExchange(camel).withBody(body).build();
      return camel.createProducerTemplate().send(uri, exchange);
    }
  }
}
