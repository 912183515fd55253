package io.entrepot.connectors.http.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.RawNotice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice that anybody may send, since the partner is asked what is true. */
class DeclaredNoticeTest {
  @TempDir private Path definitions;

  @Test
  void aNumberThatWouldFillTheMemoryIsUnreadable() throws Exception {
    NoticeEndpoint notice = mustAsk().notices().get("tracking");

    for (String number : List.of("1e999999999", "-1e-999999999", "1e99999999999999")) {
      assertThat(refused(notice, "{\"id\":" + number + "}"))
          .isEqualTo(NoticeRefused.Reason.UNREADABLE);
      assertThat(refused(notice, "{\"id\":\"x\",\"more\":[" + number + "]}"))
          .isEqualTo(NoticeRefused.Reason.UNREADABLE);
    }
    assertThat(notice.verify(notice("{\"id\":1.5e3}")).idempotencyKey()).isEqualTo("1500");
  }

  private Connector mustAsk() {
    String text =
        """
        partner: asked
        title: One that is asked
        settings: { base-url: { default: "https://asked.example" } }
        auth: { kind: none }
        operations: { read: { call: GET /r } }
        test: { operation: read }
        notices: { tracking: { trust: { kind: must-ask }, key: [ $.id ] } }
        """;
    return DeclaredPartner.of(definitions, "asked", text, id -> PartnerSettings.of(id, Map.of()));
  }

  private static NoticeRefused.Reason refused(NoticeEndpoint notice, String body) {
    return catchThrowableOfType(NoticeRefused.class, () -> notice.verify(notice(body))).reason();
  }

  private static RawNotice notice(String body) {
    return new RawNotice(
        "POST",
        "/webhooks/asked/tracking",
        Map.of(),
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        Instant.now());
  }
}
