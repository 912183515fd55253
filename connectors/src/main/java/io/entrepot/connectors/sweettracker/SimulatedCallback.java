package io.entrepot.connectors.sweettracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.OutgoingNotice.Envelope;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends callbacks, as a form or, with {@code sandbox-callback-format: json}, as JSON. */
final class SimulatedCallback {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PartnerSettings account;

  SimulatedCallback(PartnerSettings account) {
    this.account = account;
  }

  Envelope of(SimulatedParcel parcel, int level, boolean genuine) {
    String secret = genuine ? account.require("callback-secret") : "a secret that nobody shares";
    Map<String, String> fields = SimulatedTrackingJson.callback(parcel, level, secret);
    boolean json = account.find("sandbox-callback-format").orElse("form").equals("json");
    return Envelope.post(
        URI.create(parcel.callback()),
        json ? "application/json" : "application/x-www-form-urlencoded",
        json ? JSON.valueToTree(fields).toString() : form(fields),
        Map.of());
  }

  static boolean understood(HttpResponse<String> answer) {
    return answer.statusCode() == 200 && success(answer.body());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static boolean success(String body) {
    try {
      JsonNode answer = JSON.readTree(body);
      return answer != null && answer.path("code").asBoolean(false);
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
