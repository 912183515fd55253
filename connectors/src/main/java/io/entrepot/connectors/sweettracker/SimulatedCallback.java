package io.entrepot.connectors.sweettracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.io.IOException;
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
  private final SandboxSite site;

  SimulatedCallback(PartnerSettings account, SandboxSite site) {
    this.account = account;
    this.site = site;
  }

  boolean heard(SimulatedParcel parcel, int level) throws IOException, InterruptedException {
    return sent(parcel, level, account.require("callback-secret"));
  }

  void forged(SimulatedParcel parcel, int level) throws IOException, InterruptedException {
    sent(parcel, level, "a secret that nobody shares");
  }

  private boolean sent(SimulatedParcel parcel, int level, String secret)
      throws IOException, InterruptedException {
    Map<String, String> fields = SimulatedTrackingJson.callback(parcel, level, secret);
    boolean json = account.find("sandbox-callback-format").orElse("form").equals("json");
    HttpResponse<String> answer =
        site.caller()
            .post(
                site.atHub(URI.create(parcel.callback())),
                json ? "application/json" : "application/x-www-form-urlencoded",
                json ? JSON.writeValueAsString(fields) : form(fields),
                Map.of());
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
