package io.entrepot.app.partner.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.partner.integrations.Integrations.Imported;
import io.entrepot.connectors.http.declared.Declaration;
import io.entrepot.connectors.http.declared.DeclarationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationsTest {
  /** As the Shopee document's chapter 6.1 has it. */
  private static final String SHOPEES =
      """
      # integrations.yaml
      integrations:
        wms:
          name: "在庫管理システム"
          type: "warehouse_management"
          auth:
            type: "api_key"
            api_key: "${WMS_API_KEY}"
          endpoints:
            base_url: "${WMS_BASE_URL}"
            stock_update: "/api/v1/stock"
            websocket: "wss://wms.example.com/ws/stock"
          sync_schedule:
            full_sync: "0 2 * * *"  # 毎日2時
            incremental_sync: "0 * * * *"  # 毎時
          retry_config:
            max_retries: 3
            backoff_factor: 2.0
            timeout: 30

        oms:
          name: "受注管理システム"
          type: "order_management"
          auth:
            type: "oauth2"
            client_id: "${OMS_CLIENT_ID}"
            client_secret: "${OMS_CLIENT_SECRET}"
          endpoints:
            base_url: "${OMS_BASE_URL}"
            create_order: "/api/v1/orders"
            update_status: "/api/v1/orders/{order_id}/status"
          webhooks:
            order_created: "/webhooks/oms/order"
            shipment_updated: "/webhooks/oms/shipment"
      """;

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "WMS_API_KEY", "key",
          "WMS_BASE_URL", "https://wms.example",
          "OMS_CLIENT_ID", "id",
          "OMS_BASE_URL", "https://oms.example");

  @TempDir private Path folder;

  @Test
  void shopeesFileBecomesConnectorsAndSchedules() throws IOException {
    Imported imported = read(SHOPEES, Map.of("wms", "stock-wms"));

    assertThat(imported.files())
        .extracting(path -> folder.relativize(path).toString())
        .containsExactly("connectors/declared/stock-wms.yaml", "connectors/declared/oms.yaml");
    assertThat(text("connectors/declared/stock-wms.yaml"))
        .contains(
            "title: \"在庫管理システム\"",
            "  base-url: { environment: WMS_BASE_URL }",
            "  api-key: { secret: true, environment: WMS_API_KEY }",
            "  stock-update: { call: \"PUT /api/v1/stock\" }",
            "retry: { attempts: 3, first-millis: 1000, factor: 2.0 }");
    assertThat(text("connectors/declared/oms.yaml"))
        .contains("PUT /api/v1/orders/{$.order_id}/status", "  order: { trust: { kind: must-ask }");
    Declaration.read("oms.yaml", text("connectors/declared/oms.yaml"));
  }

  @Test
  void everyGapIsNamedWithItsLine() throws IOException {
    assertThat(read(SHOPEES, Map.of("wms", "stock-wms")).gaps())
        .extracting(gap -> gap.line() + " " + gap.problem())
        .anyMatch(gap -> gap.startsWith("6 nothing says where the API key goes"))
        .anyMatch(gap -> gap.startsWith("11 'stock_update' names no method: PUT"))
        .anyMatch(gap -> gap.startsWith("12 'websocket' is a literal WebSocket address"))
        .anyMatch(gap -> gap.startsWith("14 nothing says what 'full_sync' calls"))
        .anyMatch(gap -> gap.endsWith("write schedules/stock-wms-full-sync.yaml by hand"))
        .anyMatch(
            gap ->
                gap.equals(
                    "24 OAuth 2 without a 'token_url:': set entrepot.partners.oms.token-url"))
        .anyMatch(gap -> gap.startsWith("27 ${OMS_CLIENT_SECRET} has no value here"))
        .anyMatch(gap -> gap.startsWith("33 nothing says why 'order_created' is believed"));
  }

  @Test
  void aScheduleCallsTheFirstEndpointThatOnlyReadsAndNeverOneThatWrites() throws IOException {
    Imported imported =
        read(
            """
            integrations:
              pim:
                auth: { type: bearer, token: "${WMS_API_KEY}" }
                endpoints:
                  base_url: "https://pim.example"
                  delete_items: "/items"
                  item: "/items/{id}"
                  list_items: "/items"
                sync_schedule: { full_sync: "0 2 * * *" }
            """,
            Map.of());

    assertThat(imported.files()).hasSize(2);
    assertThat(text("schedules/pim-full-sync.yaml"))
        .contains("job: route:partner:pim/list-items")
        .contains("cron: \"0 2 * * *\"", "0 0 2 * * ?", "at: [\"2026-01-02T02:00:00+09:00\"");
  }

  @Test
  void aFileThatAPersonMendedIsKeptUnlessForced() throws IOException {
    read(SHOPEES, Map.of());
    assertThat(read(SHOPEES, Map.of()).files()).as("nothing was mended").hasSize(1);
    Path oms = folder.resolve("connectors/declared/oms.yaml");
    Files.writeString(oms, "# mended by hand\n");

    Imported again = read(SHOPEES, Map.of());

    assertThat(again.files()).isEmpty();
    assertThat(oms).hasContent("# mended by hand");
    assertThat(again.gaps().toString())
        .contains("oms.yaml is there already", "nothing of 'oms' was written", "--force");
    assertThat(integrations(Map.of(), true).read(folder.resolve("integrations.yaml")).files())
        .containsExactly(oms);
    assertThat(oms).content().contains("partner: oms");
  }

  @Test
  void twoSystemsThatBecomeTheSamePartnerAreNotWrittenOverEachOther() throws IOException {
    String system =
        "{ name: %s, auth: { type: bearer, token: \"${WMS_API_KEY}\" },"
            + " endpoints: { base_url: \"https://%s.example\", get_items: /items } }\n";
    String text =
        "integrations:\n  a_b: "
            + system.formatted("One", "one")
            + "  a-b: "
            + system.formatted("Two", "two");

    Imported imported = read(text, Map.of());

    assertThat(imported.files()).hasSize(1);
    assertThat(text("connectors/declared/a-b.yaml")).contains("One").doesNotContain("Two");
    assertThat(imported.gaps().toString()).contains("3: 'a-b' is what another system", "--as a-b=");
  }

  @Test
  void aSystemWithAPartnersIdIsNotImportedOverIt() throws IOException {
    Imported imported = read(SHOPEES, Map.of());

    assertThat(imported.files()).hasSize(1);
    assertThat(imported.gaps().get(0).toString())
        .isEqualTo(
            "integrations.yaml:3: 'wms' is a partner of the hub already: import it by another id,"
                + " as --as wms=my-wms");
  }

  @Test
  void whatCannotBeMeantIsNamedAndSecretsAreNotCopied() throws IOException {
    Imported imported =
        read(
            """
            integrations:
              pim:
                colour: blue
                auth: { type: kerberos }
                endpoints: { base_url: "http://pim.example", list_items: "items" }
              erp:
                auth: { type: api_key, api_key: abc-very-secret }
                endpoints: { base_url: "https://erp.example", get_items: "/items" }
                sync_schedule: { full_sync: "every day", other: "0 0 1 * 1" }
                retry_config: { max_retries: 99 }
            """,
            Map.of());

    assertThat(imported.gaps())
        .extracting(gap -> gap.line() + " " + gap.problem())
        .anyMatch(gap -> gap.startsWith("3 'colour:' is not known"))
        .anyMatch(gap -> gap.startsWith("4 auth type 'kerberos' is not known"))
        .anyMatch(gap -> gap.startsWith("5 base_url is no https:// address"))
        .anyMatch(gap -> gap.startsWith("5 'list_items' is no path"))
        .anyMatch(gap -> gap.startsWith("7 a secret stands in the file"))
        .anyMatch(gap -> gap.startsWith("9 cron 'every day' has 2 fields"))
        .anyMatch(
            gap -> gap.startsWith("9 cron '0 0 1 * 1' names a day of the month and a weekday"))
        .anyMatch(gap -> gap.startsWith("10 'max_retries: 99' is not from 1 to 10"));
    assertThat(imported.gaps().toString()).doesNotContain("abc-very-secret");
    assertThat(text("connectors/declared/erp.yaml")).doesNotContain("abc-very-secret");
  }

  @Test
  void aFileThatIsNoneIsRefused() {
    assertThatThrownBy(() -> integrations(Map.of()).read(folder.resolve("gone.yaml")))
        .isInstanceOf(StartRefused.class);
    assertThatThrownBy(() -> read("integrations: [", Map.of()))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("integrations.yaml:");
    assertThatThrownBy(() -> read("systems: {}", Map.of())).hasMessageContaining("unknown key");
  }

  @Test
  void theShippedPartnersAreKnown() {
    assertThat(TakenIds.shipped()).contains("wms", "tosspayments", "akeneo");
  }

  private Imported read(String text, Map<String, String> renamed) throws IOException {
    Path file = folder.resolve("integrations.yaml");
    Files.writeString(file, text);
    return integrations(renamed).read(file);
  }

  private Integrations integrations(Map<String, String> renamed) {
    return integrations(renamed, false);
  }

  private Integrations integrations(Map<String, String> renamed, boolean force) {
    return new Integrations(
        folder,
        ZoneId.of("Asia/Seoul"),
        renamed,
        name -> Optional.ofNullable(ENVIRONMENT.get(name)),
        Set.of("wms"),
        force);
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
