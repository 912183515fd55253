package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import io.entrepot.connectors.spi.sandbox.SandboxAuth;
import io.entrepot.connectors.spi.sandbox.SandboxOAuth;
import io.entrepot.connectors.spi.sandbox.rest.NoticeSignature;
import io.entrepot.connectors.spi.sandbox.rest.RestResource;
import io.entrepot.connectors.spi.sandbox.rest.RestSandbox;
import io.entrepot.connectors.spi.sandbox.rest.RestWebhook;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays what {@code sandbox:} says. */
final class DeclaredSandbox {
  static final String WEBHOOK_URL = "sandbox-webhook-url";
  private static final Pattern VALUE = Pattern.compile("\\{(\\$[^}]*)}");

  private DeclaredSandbox() {}

  static Sandbox of(SandboxRules rules, PartnerSettings account) {
    RestSandbox sandbox = RestSandbox.of(account).auth(auth(rules));
    if (rules.idempotencyHeader() != null) {
      sandbox.idempotent(rules.idempotencyHeader());
    }
    SandboxRules.Webhook webhook = rules.webhook();
    if (webhook != null) {
      sandbox.webhook(
          RestWebhook.to(WEBHOOK_URL)
              .signed(
                  NoticeSignature.hmacHex(
                      webhook.signatureHeader(),
                      webhook.timestampHeader(),
                      webhook.base(),
                      webhook.secret())));
    }
    rules.resources().forEach(resource -> sandbox.resource(resource(resource)));
    return sandbox;
  }

  private static SandboxAuth auth(SandboxRules rules) {
    return switch (rules.auth()) {
      case none -> SandboxAuth.none();
      case header -> SandboxAuth.header(name(rules, "header"), name(rules, "setting"));
      case bearer -> SandboxAuth.bearer(name(rules, "setting"));
      case basic -> SandboxAuth.basic(name(rules, "user"), name(rules, "password"));
      case oauth2 -> SandboxOAuth.at(name(rules, "path"));
    };
  }

  private static String name(SandboxRules rules, String role) {
    return Objects.requireNonNull(rules.settings().get(role), "checked when the file was read");
  }

  private static RestResource resource(SandboxRules.Resource rules) {
    RestResource resource =
        RestResource.at(rules.path())
            .required(rules.required().toArray(String[]::new))
            .stocked(rules.stock());
    if (rules.id() != null) {
      resource = resource.id(rules.id());
    }
    if (rules.paging() != null) {
      resource = resource.paged(rules.paging());
    }
    if (rules.readOnly()) {
      resource = resource.readOnly();
    }
    JsonNode told = rules.tells();
    return told == null
        ? resource
        : resource.tells(
            (change, document) ->
                change == RestResource.Change.CREATED
                    ? Optional.of(filled(told, document))
                    : Optional.empty());
  }

  /** The pattern with the document's values in it. */
  private static JsonNode filled(JsonNode pattern, ObjectNode document) {
    if (pattern.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      pattern
          .properties()
          .forEach(field -> object.set(field.getKey(), filled(field.getValue(), document)));
      return object;
    }
    if (pattern.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      pattern.forEach(item -> array.add(filled(item, document)));
      return array;
    }
    return pattern.isTextual() ? text(pattern.textValue(), document) : pattern;
  }

  private static JsonNode text(String pattern, ObjectNode document) {
    Optional<FieldPath> alone = FieldPath.parse(pattern);
    if (alone.isPresent()) {
      return alone.get().in(document).deepCopy();
    }
    Matcher value = VALUE.matcher(pattern);
    String filled =
        value.replaceAll(
            hole ->
                Matcher.quoteReplacement(
                    FieldPath.parse(hole.group(1))
                        .flatMap(path -> path.textIn(document))
                        .orElse("")));
    return JsonNodeFactory.instance.textNode(filled);
  }
}
