package io.entrepot.app.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.entrepot.app.message.HopProperty;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import io.entrepot.app.message.StoreNode;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PagedOperation;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerPage;
import io.entrepot.connectors.spi.Retry;
import io.entrepot.connectors.spi.TestResult;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PartnerReadingTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static ConfigurableApplicationContext node;

  private final UUID reading = UUID.randomUUID();
  private final Catalogue catalogue = new Catalogue();
  private final DefaultCamelContext camel = new DefaultCamelContext();

  @BeforeAll
  static void startStore() {
    node = StoreNode.start(WebApplicationType.NONE, Map.of());
  }

  @AfterAll
  static void stopStore() {
    node.close();
  }

  @BeforeEach
  void start() {
    PartnerCalls calls =
        new PartnerCalls(
            node.getBean(MessageStore.class),
            new TransactionTemplate(node.getBean(PlatformTransactionManager.class)),
            new PartnerLimits(),
            new PartnerHealth(Clock.systemUTC()),
            Clock.systemUTC());
    camel.addComponent(
        "partner", new PartnerComponent(new PartnerRegistry(List.of(catalogue)), calls));
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void itemsOfAllPagesComeOneAfterTheOtherAndOnlyOnePageIsRead() {
    Iterator<JsonNode> items = items(read("list"));

    assertThat(items.next().asInt()).isEqualTo(10);
    assertThat(catalogue.asked).containsExactly("first");
    assertThat(all(items)).containsExactly(11, 20, 21, 30);
    assertThat(catalogue.asked).containsExactly("first", "2", "3");
  }

  @Test
  void eachPageIsJournaledOnItsOwn() {
    all(items(read("list")));

    assertThat(messages())
        .hasSize(3)
        .allMatch(message -> message.status() == MessageStatus.DONE)
        .extracting(message -> message.idempotencyKey().replaceAll(".*:list", ""))
        .containsExactly(":1", ":2", ":3");
  }

  @Test
  void aPageThatFailsIsTriedAgainOnTheSameMessage() {
    Iterator<JsonNode> items = items(read("list"));
    catalogue.failures.add(FakePartner.down());

    assertThat(all(items)).hasSize(5);
    assertThat(messages()).extracting(MessageView::attempts).containsExactly(1, 2, 1);
  }

  @Test
  void aReadingThatKeepsFailingFailsTheRouteAndIsDead() {
    catalogue.failures.addAll(List.of(FakePartner.down(), FakePartner.down(), FakePartner.down()));

    assertThat(read("list").getException()).isInstanceOf(PartnerException.class);
    assertThat(messages())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.status()).isEqualTo(MessageStatus.DEAD);
              assertThat(message.attempts()).isEqualTo(3);
            });
  }

  @Test
  void aPartnerThatWantsALongPauseIsNotWaitedFor() {
    catalogue.failures.add(
        new PartnerException(
            ErrorClass.RATE_LIMITED, "HTTP_429", "too many", Duration.ofMinutes(10)));

    assertThat(read("list").getException()).hasMessage("too many");
    assertThat(messages()).singleElement().extracting(MessageView::attempts).isEqualTo(1);
  }

  @Test
  void aPartnerThatRunsInCirclesIsLeft() {
    catalogue.circles = true;
    Iterator<JsonNode> items = items(read("list"));

    assertThatThrownBy(() -> all(items))
        .isInstanceOf(PartnerReadingException.class)
        .hasMessageContaining("more than 4 pages");
  }

  @Test
  void aReadingCallIsMadeAnewEachTime() {
    assertThat(read("get").getMessage().getBody(JsonNode.class).asInt()).isEqualTo(1);
    assertThat(read("get").getMessage().getBody(JsonNode.class).asInt()).isEqualTo(2);
  }

  private Exchange read(String operation) {
    return camel
        .createProducerTemplate()
        .request(
            "partner:catalogue/" + operation,
            exchange -> {
              exchange.getMessage().setBody(Map.of("since", "2026"));
              exchange.setProperty(HopProperty.CORRELATION_ID, reading);
              exchange.setProperty(HopProperty.IDEMPOTENCY_KEY, "same");
            });
  }

  @SuppressWarnings("unchecked")
  private static Iterator<JsonNode> items(Exchange exchange) {
    return exchange.getMessage().getBody(Iterator.class);
  }

  private static List<Integer> all(Iterator<JsonNode> items) {
    List<Integer> all = new ArrayList<>();
    items.forEachRemaining(item -> all.add(item.asInt()));
    return all;
  }

  private List<MessageView> messages() {
    return node.getBean(MessageStore.class).byCorrelation(reading).stream()
        .sorted(Comparator.comparing(MessageView::id))
        .toList();
  }

  /** Three pages, and a counter. */
  private static final class Catalogue implements Connector {
    private final List<String> asked = new ArrayList<>();
    private final List<PartnerException> failures = new ArrayList<>();
    private boolean circles;
    private int got;

    @Override
    public String id() {
      return "catalogue";
    }

    @Override
    public boolean configured() {
      return true;
    }

    @Override
    public Retry retry() {
      return new Retry(3, Duration.ofMillis(1), 2, Duration.ofSeconds(1));
    }

    @Override
    public TestResult test() {
      return TestResult.passed("in memory");
    }

    @Override
    public Map<String, Operation> operations() {
      return Map.of("list", new Paged(), "get", new Counted());
    }

    private void maybeFail() throws PartnerException {
      if (!failures.isEmpty()) {
        throw failures.remove(0);
      }
    }

    private final class Counted implements Operation {
      @Override
      public PartnerAnswer call(PartnerCall call) {
        got++;
        return new PartnerAnswer(JSON.getNodeFactory().numberNode(got), 200, Duration.ZERO);
      }

      @Override
      public boolean reads() {
        return true;
      }
    }

    private final class Paged implements PagedOperation {
      @Override
      public PartnerPage page(PartnerCall call, Optional<String> cursor) throws PartnerException {
        maybeFail();
        asked.add(cursor.orElse("first"));
        int page = Integer.parseInt(cursor.orElse("1"));
        ArrayNode items = JSON.createArrayNode().add(page * 10);
        if (page < 3) {
          items.add(page * 10 + 1);
        }
        Optional<String> next =
            page < 3 || circles ? Optional.of(Integer.toString(page + 1)) : Optional.empty();
        return new PartnerPage(new PartnerAnswer(items, 200, Duration.ZERO), next);
      }

      @Override
      public int pagesMax() {
        return 4;
      }
    }
  }
}
