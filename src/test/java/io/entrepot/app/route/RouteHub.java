package io.entrepot.app.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.entrepot.app.credential.StoredCredentials;
import io.entrepot.app.message.Direction;
import io.entrepot.app.message.InboundMessage;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import io.entrepot.app.message.StoreNode;
import io.entrepot.app.partner.FakePartner;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.core.inventory.StockLock;
import io.entrepot.core.order.OrderTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The shipped routes with the real core, stores and mappings; only the partners are fakes. */
final class RouteHub implements AutoCloseable {
  final FakePartner toss = new FakePartner("toss-payments", "confirm-payment", "lookup-payment");
  final FakePartner buyer = new FakePartner("buyer-bot", "open-window");
  final FakePartner wms = new FakePartner("wms", "create-shipment");
  final FakePartner mail = new FakePartner("mail", "send");
  final FakePartner carrier = new FakePartner("sweettracker", "add-invoice");

  private final ConfigurableApplicationContext context;

  private RouteHub() {
    context =
        StoreNode.start(
            WebApplicationType.NONE,
            Map.of("entrepot.inbox.poll-millis", "50"),
            beans -> {
              beans.registerBean("toss", FakePartner.class, () -> toss);
              beans.registerBean("buyer", FakePartner.class, () -> buyer);
              beans.registerBean("wms", FakePartner.class, () -> wms);
              beans.registerBean("mailer", FakePartner.class, () -> mail);
              beans.registerBean("carrier", FakePartner.class, () -> carrier);
              beans.registerBean(StoredCredentials.class);
              beans.registerBean(StockLock.class, Unlocked::new);
              beans.registerBean(OrderTerms.class, () -> OrderTerms.DEFAULT);
            },
            Parts.class);
  }

  static RouteHub start() {
    return new RouteHub();
  }

  @Override
  public void close() {
    context.close();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Object bean(String name) {
    return context.getBean(name);
  }

  List<MessageView> messages(UUID order) {
    return bean(MessageStore.class).byCorrelation(order);
  }

  List<MessageView> latest() {
    return bean(MessageStore.class).latest(100);
  }

  /** As if the partner had sent it. */
  void notice(String partner, String document, String key, Map<String, ?> payload) {
    JsonNode json = new JsonMapper().valueToTree(payload);
    bean(MessageStore.class).inbound(new InboundMessage(partner, document, key, json));
  }

  /** Calls about one order. */
  static List<PartnerCall> calls(FakePartner partner, UUID order) {
    return partner.calls().stream().filter(call -> call.correlationId().equals(order)).toList();
  }

  Optional<MessageView> message(Direction direction, String partner, String document, UUID order) {
    return messages(order).stream()
        .filter(m -> m.direction() == direction)
        .filter(m -> m.partner().equals(partner) && m.document().equals(document))
        .findFirst();
  }

  private record Unlocked() implements StockLock {
    @Override
    public <T> T withLane(String lane, Supplier<T> work) {
      return work.get();
    }
  }

  @ComponentScan({
    "io.entrepot.core",
    "io.entrepot.app.event",
    "io.entrepot.app.partner",
    "io.entrepot.app.route",
    "io.entrepot.app.command",
    "io.entrepot.app.payment",
    "io.entrepot.app.notice",
    "io.entrepot.app.mapping",
    "io.entrepot.app.inbox"
  })
  @ImportAutoConfiguration({
    CamelAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  static class Parts {}
}
