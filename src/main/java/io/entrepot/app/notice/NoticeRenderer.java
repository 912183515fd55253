package io.entrepot.app.notice;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.app.failure.RefusedException;
import io.entrepot.app.message.HopProperty;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Handler;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/**
 * Turns a document Notice {to, template, language, fields} into what a mail partner sends: {to,
 * subject, text, html, messageId, language}.
 */
@Component("renderNotice")
public final class NoticeRenderer {
  private static final Set<String> TEMPLATES = Set.of("order-confirmation");
  private static final ObjectMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final NoticeTemplates templates = new NoticeTemplates();

  /** The message id is made of the idempotency key, so that a retry is the same mail. */
  @Handler
  public JsonNode render(
      @Body JsonNode notice, @ExchangeProperty(HopProperty.IDEMPOTENCY_KEY) String key) {
    String template = template(notice);
    Locale locale = locale(notice);
    Context context = new Context(locale, JSON.convertValue(notice.path("fields"), FIELDS));
    context.setVariable("format", new NoticeFormat(locale));
    return JsonNodeFactory.instance
        .objectNode()
        .put("to", notice.path("to").asText())
        .put("subject", templates.subject(template, context))
        .put("text", templates.text(template, context))
        .put("html", templates.html(template, context))
        .put("messageId", MessageIds.of(key))
        .put("language", locale.getLanguage());
  }

  private static String template(JsonNode notice) {
    String template = notice.path("template").asText();
    if (!TEMPLATES.contains(template)) {
      throw new RefusedException(
          "UNKNOWN_TEMPLATE",
          "there is no notice template '" + template + "' but " + TEMPLATES,
          false);
    }
    return template;
  }

  private static Locale locale(JsonNode notice) {
    return switch (notice.path("language").asText()) {
      case "ko" -> Locale.KOREA;
      case "ja" -> Locale.JAPAN;
      default -> Locale.UK;
    };
  }
}
