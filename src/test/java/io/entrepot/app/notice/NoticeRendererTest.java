package io.entrepot.app.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.entrepot.app.failure.RefusedException;
import org.junit.jupiter.api.Test;

class NoticeRendererTest {
  private final NoticeRenderer renderer = new NoticeRenderer();

  @Test
  void aKoreanBuyerReadsKoreanWithWon() {
    JsonNode mail = renderer.render(notice("ko", "김서연"), "key");

    assertThat(mail.path("to").asText()).isEqualTo("seoyeon@example.test");
    assertThat(mail.path("subject").asText()).isEqualTo("[주문 확인] 주문번호 S-1001");
    assertThat(mail.path("text").asText())
        .contains("김서연 님", "KNIT-01-M x 2  ₩78,000", "배송비  ₩3,000", "합계: ₩81,000")
        .contains("2026년 11월 21일", "04524 서울특별시 중구 세종대로 110");
    assertThat(mail.path("html").asText()).contains("<b>김서연</b> 님", "₩81,000", "배송비");
  }

  @Test
  void aJapaneseBuyerReadsJapanese() {
    JsonNode mail = renderer.render(notice("ja", "佐藤花子"), "key");

    assertThat(mail.path("subject").asText()).isEqualTo("【ご注文確認】注文番号 S-1001");
    assertThat(mail.path("text").asText()).contains("佐藤花子 様", "2026年11月21日", "送料");
  }

  @Test
  void anEnglishBuyerReadsEnglish() {
    JsonNode mail = renderer.render(notice("en", "Jane"), "key");

    assertThat(mail.path("subject").asText()).isEqualTo("Order confirmed: S-1001");
    assertThat(mail.path("text").asText()).contains("Dear Jane", "₩81,000", "21 November 2026");
  }

  @Test
  void aNameCannotBecomeMarkupNorAHeader() {
    ObjectNode notice = notice("en", "<script>alert(1)</script>");
    ((ObjectNode) notice.path("fields")).put("reference", "S-1\r\nBcc: all@example.test");

    JsonNode mail = renderer.render(notice, "key");

    assertThat(mail.path("html").asText())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>");
    assertThat(mail.path("subject").asText()).doesNotContain("\r", "\n");
  }

  @Test
  void aTemplateExpressionInAFieldStaysText() {
    JsonNode mail = renderer.render(notice("en", "[(${7*7})] ${7*7} __${7*7}__"), "key");

    assertThat(mail.path("text").asText()).contains("[(${7*7})] ${7*7} __${7*7}__");
    assertThat(mail.path("html").asText()).contains("[(${7*7})] ${7*7} __${7*7}__");
  }

  @Test
  void aRetryIsTheSameMailAndOtherWorkIsAnother() {
    String first = renderer.render(notice("ko", "a"), "mail:1").path("messageId").asText();

    assertThat(renderer.render(notice("ko", "a"), "mail:1").path("messageId").asText())
        .isEqualTo(first);
    assertThat(renderer.render(notice("ko", "a"), "mail:2").path("messageId").asText())
        .isNotEqualTo(first);
  }

  @Test
  void littleIsEnoughForAMail() {
    JsonNode mail =
        renderer.render(
            json("{to: g@example.test, template: order-confirmation, fields: {reference: R}}"),
            "k");

    assertThat(mail.path("language").asText()).isEqualTo("en");
    assertThat(mail.path("text").asText()).contains("Thank you for your order", "Order: R");
  }

  @Test
  void anUnknownTemplateIsNamed() {
    assertThatThrownBy(() -> renderer.render(json("{to: a, template: ../secret}"), "k"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("'../secret'");
  }

  private static ObjectNode notice(String language, String name) {
    ObjectNode notice =
        json(
            """
            {to: seoyeon@example.test, template: order-confirmation, language: %s, fields: {
              reference: S-1001, total: 81000 KRW, confirmedAt: "2026-11-21T05:00:00Z",
              lines: [{sku: KNIT-01-M, quantity: 2, amount: 78000 KRW}],
              charges: [{code: SHIPPING, amount: 3000 KRW}],
              shipTo: {name: x, postcode: "04524", region: 서울특별시, city: 중구, line1: 세종대로 110}}}
            """
                .formatted(language));
    ((ObjectNode) notice.path("fields")).put("name", name);
    return notice;
  }

  private static ObjectNode json(String yaml) {
    try {
      return (ObjectNode) new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
