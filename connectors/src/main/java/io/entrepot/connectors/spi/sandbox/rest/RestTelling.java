package io.entrepot.connectors.spi.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.OutgoingNotice;
import io.entrepot.connectors.spi.sandbox.OutgoingNotice.Envelope;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The webhooks: in the books before they are sent, and ticked off there when they were heard. */
final class RestTelling {
  private static final String DUE = "notice";
  private static final String HEARD = "notice-heard";

  private final PartnerSettings account;
  private final @Nullable RestWebhook webhook;
  private final SandboxSite site;
  private final Map<Long, JsonNode> due = new LinkedHashMap<>();
  private long last;
  private long heard;

  RestTelling(PartnerSettings account, @Nullable RestWebhook webhook, SandboxSite site) {
    this.account = account;
    this.webhook = webhook;
    this.site = site;
  }

  synchronized void apply(JsonNode entry) {
    long number = entry.path("number").asLong();
    if (entry.path("type").asText().equals(DUE)) {
      due.put(number, entry);
      last = Math.max(last, number);
    } else if (entry.path("type").asText().equals(HEARD) && due.remove(number) != null) {
      heard++;
    }
  }

  void tell(String subject, JsonNode event) {
    if (webhook != null) {
      send(webhook, due(subject, event));
    }
  }

  void resume() {
    List<JsonNode> unheard;
    synchronized (this) {
      unheard = List.copyOf(due.values());
    }
    if (webhook != null) {
      unheard.forEach(entry -> send(webhook, entry));
    }
  }

  private synchronized JsonNode due(String subject, JsonNode event) {
    ObjectNode entry = entry(DUE, last + 1).put("subject", subject);
    entry.set("event", event);
    write(entry);
    return entry;
  }

  private ObjectNode entry(String type, long number) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("number", number)
        .put("at", site.clock().instant().toString());
  }

  private synchronized void write(JsonNode entry) {
    site.books().write(entry);
    apply(entry);
  }

  private void send(RestWebhook to, JsonNode entry) {
    String subject = entry.path("subject").asText();
    long number = entry.path("number").asLong();
    site.notices()
        .send(
            new OutgoingNotice(
                subject,
                "notice " + number + " about " + subject,
                genuine -> envelope(to, entry.path("event").toString(), genuine),
                to.heard(),
                () -> write(entry(HEARD, number))));
  }

  private Envelope envelope(RestWebhook to, String body, boolean genuine) {
    return Envelope.post(
        URI.create(account.require(to.addressSetting())),
        "application/json",
        body,
        to.signature().headers(account, body, site.clock().instant(), genuine));
  }

  synchronized Map<String, Long> counts() {
    return webhook == null
        ? Map.of()
        : Map.of("notices heard", heard, "notices due", (long) due.size());
  }
}
