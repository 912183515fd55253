package io.entrepot.app.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.message.MessageFilter;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final String PARTNER = "harbour-" + UUID.randomUUID();

  private static InboxNode node;
  private static Sender sender;

  @BeforeAll
  static void start() {
    node =
        InboxNode.start(
            new RouteBuilder() {
              @Override
              public void configure() {}
            },
            new Harbour(PARTNER));
    sender = new Sender(node.url());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aGoodNoticeIsStoredAndAnsweredAsThePartnerExpects() {
    String id = UUID.randomUUID().toString();

    HttpResponse<String> answer = sender.arrival(PARTNER, "{\"id\":\"" + id + "\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body()).isEqualTo("{\"taken\":true}");
    assertThat(stored(id)).singleElement().returns(MessageStatus.RECEIVED, MessageView::status);
  }

  @Test
  void aRepeatedNoticeIsAnsweredLikeTheFirstAndStoredOnce() {
    String id = UUID.randomUUID().toString();

    List<String> answers =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> sender.arrival(PARTNER, "{\"id\":\"" + id + "\",\"n\":" + i + "}"))
            .map(answer -> answer.statusCode() + answer.body())
            .distinct()
            .toList();

    assertThat(answers).containsExactly("200{\"taken\":true}");
    assertThat(stored(id)).hasSize(1);
  }

  @Test
  void aNumberThatWouldFillTheMemoryIsRefusedAndTheNextNoticeTaken() {
    String id = UUID.randomUUID().toString();

    for (String number : List.of("1e999999999", "1e-999999999", "1e99999999999999")) {
      HttpResponse<String> refused = sender.arrival(PARTNER, "{\"id\":" + number + "}");
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }

    assertThat(sender.arrival(PARTNER, "{\"id\":\"" + id + "\"}").statusCode()).isEqualTo(200);
    assertThat(stored(id)).hasSize(1);
  }

  @Test
  void aBrowsersReturnIsTakenFromTheQuery() {
    String order = UUID.randomUUID().toString();

    HttpResponse<String> page = sender.get(PARTNER, "return?order=" + order + "&amount=1+000");

    assertThat(page.body()).isEqualTo("<p>Thank you</p>");
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(stored(order)).singleElement().returns("return", MessageView::document);
  }

  @Test
  void aWrongSignatureIsTurnedAwayBeforeTheBodyIsRead() {
    HttpResponse<String> answer =
        sender.post(PARTNER, "arrival", BodyPublishers.ofString("{broken"), "X-Password", "no");

    assertRefused(answer, 401, "signature-invalid", "The password is wrong.");
  }

  @Test
  void aMissingSignatureIsTurnedAway() {
    HttpResponse<String> answer =
        sender.post(PARTNER, "arrival", BodyPublishers.ofString("{\"id\":\"1\"}"));

    assertRefused(answer, 401, "signature-invalid", "The password is wrong.");
  }

  @Test
  void anOldNoticeHasACodeOfItsOwn() {
    HttpResponse<String> answer =
        sender.post(
            PARTNER,
            "arrival",
            BodyPublishers.ofString("{\"id\":\"1\"}"),
            "X-Password",
            Harbour.PASSWORD,
            "X-Old",
            "yes");

    assertRefused(answer, 401, "timestamp-out-of-range", "The notice is too old.");
  }

  @Test
  void brokenJsonIsTurnedAway() {
    assertRefused(
        sender.arrival(PARTNER, "{\"id\":"), 400, "body-unreadable", "The body is not JSON.");
  }

  @Test
  void jsonOfTenThousandLevelsIsTurnedAway() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);

    assertRefused(sender.arrival(PARTNER, deep), 400, "body-unreadable", "The body is not JSON.");
  }

  @Test
  void aNoticeWithoutAUsableNameIsTurnedAway() {
    HttpResponse<String> answer = sender.arrival(PARTNER, "{\"id\":\"\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("body-unreadable", "What names this notice is unusable");
  }

  @Test
  void aBodyOverTheLimitIsTurnedAwayWhetherItsLengthIsDeclaredOrNot() {
    byte[] large = new byte[100_001];
    String detail = "A notice has at most 100000 bytes: send it in parts.";

    assertRefused(
        sender.post(PARTNER, "arrival", BodyPublishers.ofByteArray(large)),
        413,
        "body-too-large",
        detail);
    assertRefused(
        sender.post(
            PARTNER,
            "arrival",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
        413,
        "body-too-large",
        detail);
  }

  @Test
  void unknownPartnersDocumentsAndMethodsAreTurnedAway() {
    assertRefused(
        sender.post("nobody", "arrival", BodyPublishers.noBody()),
        404,
        "notice-unknown",
        "No partner sends this document here: check the address.");
    assertRefused(
        sender.post(PARTNER, "departure", BodyPublishers.noBody()),
        404,
        "notice-unknown",
        "No partner sends this document here: check the address.");
    assertRefused(
        sender.get(PARTNER, "arrival"), 405, "method-not-allowed", "This notice comes by [POST].");
  }

  @Test
  void aRefusalIsJournaledWithItsReasonAndWithoutTheStrangersContent() {
    sender.post(
        PARTNER,
        "arrival",
        BodyPublishers.ofString("{\"name\":\"Hong Gildong\"}"),
        "X-Password",
        "no");

    Refusal refusal =
        node.bean(RefusalJournal.class).latest(50).stream()
            .filter(r -> r.partner().equals(PARTNER) && r.bodyHead().contains("name"))
            .findFirst()
            .orElseThrow();
    assertThat(refusal.code()).isEqualTo("signature-invalid");
    assertThat(refusal.bodyHead()).isEqualTo("{\"name\":\"xxxx xxxxxxx\"}");
    assertThat(refusal.bodyBytes()).isEqualTo(23);
    assertThat(refusal.sender()).isEqualTo("127.0.0.1");
  }

  @Test
  void aFloodOfRefusalsLeavesFewRows() {
    for (int i = 0; i < 60; i++) {
      sender.post("stranger-" + i, "arrival", BodyPublishers.noBody());
    }

    assertThat(node.bean(RefusalJournal.class).latest(500))
        .filteredOn(refusal -> refusal.partner().startsWith("stranger-"))
        .hasSizeLessThanOrEqualTo(20);
  }

  private static void assertRefused(
      HttpResponse<String> answer, int status, String code, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body())
        .contains("\"code\":\"" + code + "\"", "\"detail\":\"" + detail + "\"");
  }

  private static List<MessageView> stored(String key) {
    return node
        .bean(MessageStore.class)
        .list(new MessageFilter(null, null, PARTNER, null, null, null, 500))
        .stream()
        .filter(message -> message.idempotencyKey().equals(key))
        .toList();
  }
}
