package io.entrepot.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.app.TestHub;
import io.entrepot.app.security.OpsKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The workbench over HTTP and by the verbs that call the hub. */
class MappingsApiTest {
  private static final String PATH = "/api/v1/ops/mappings";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestHub hub = TestHub.shared();
  private final HttpClient http = HttpClient.newHttpClient();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void aMappingIsPromotedListedShownComparedAndRolledBack() throws Exception {
    String name = "api1/thing.inbound";
    JsonNode first = json(post("/promote", body(WorkbenchNode.file(name, "id: $.a", "id: one"))));
    JsonNode second =
        json(
            post(
                "/promote",
                body(WorkbenchNode.file(name, "id: $.b", "id: two"))
                    .put("expect", first.path("version").asText())
                    .put("by", "kim")
                    .put("why", "the partner said so")));

    assertThat(second.path("previous").asText()).isEqualTo(first.path("version").asText());
    assertThat(json(get("")).path("mappings"))
        .filteredOn(mapping -> mapping.path("mapping").asText().equals(name))
        .singleElement()
        .satisfies(
            mapping -> {
              assertThat(mapping.path("version")).isEqualTo(second.path("version"));
              assertThat(mapping.path("origin").asText()).isEqualTo("PROMOTED");
              assertThat(mapping.path("who").asText()).isEqualTo("ops-key (kim)");
            });
    JsonNode old = json(get("/" + name + "?version=" + first.path("version").asText()));
    assertThat(old.path("file").asText()).contains("id: $.a");
    assertThat(old.path("files").has("api1/thing.json")).isTrue();
    JsonNode history = json(get("/" + name + "/history"));
    assertThat(history.path(0).path("why").asText()).isEqualTo("the partner said so");
    ObjectNode diff = JSON.createObjectNode();
    diff.putObject("old").put("mapping", name).put("version", first.path("version").asText());
    diff.putObject("new").put("mapping", name);
    assertThat(json(post("/diff", diff)).path("entries").path(0).path("what").asText())
        .isEqualTo("id");
    JsonNode back = json(post("/" + name + "/rollback", JSON.createObjectNode()));
    assertThat(back.path("version")).isEqualTo(first.path("version"));
  }

  @Test
  void whatIsRefusedSaysWhyAndWhatToDo() throws Exception {
    String name = "api2/thing.inbound";
    ObjectNode good = body(WorkbenchNode.file(name, "id: $.a", "id: one"));
    assertRefused(
        "/promote",
        body(WorkbenchNode.file(name, "id: $.a", "id: x")),
        422,
        "mapping-examples-fail");
    assertRefused(
        "/promote", body(WorkbenchNode.file(name, "nope: $.a", "id: x")), 422, "mapping-file-bad");
    assertRefused(
        "/promote",
        good.deepCopy().put("expect", "0123456789ab"),
        409,
        "mapping-changed-meanwhile");
    assertRefused("/promote", JSON.createObjectNode(), 400, "mapping-not-said");
    assertRefused("/shadow", good, 404, "mapping-not-found");
    assertRefused("/preview", good, 400, "preview-of-nothing");
    assertRefused("/preview", good.deepCopy().put("document", "<a/>"), 400, "preview-of-text");
    assertRefused("/" + name + "/rollback", JSON.createObjectNode(), 404, "mapping-not-found");
    String sneaky = "../../etc/thing.inbound";
    assertRefused(
        "/promote",
        body(WorkbenchNode.file(sneaky, "id: $.a", "id: one")),
        400,
        "mapping-name-invalid");
    assertThat(get("/api2/thing.inbound").statusCode()).isEqualTo(404);
  }

  private void assertRefused(String path, ObjectNode body, int status, String code)
      throws Exception {
    HttpResponse<String> refused = post(path, body);
    assertThat(json(refused).path("code").asText()).as(refused.body()).isEqualTo(code);
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(json(refused).path("detail").asText()).isNotBlank();
  }

  @Test
  void examplesInForceAreRunAndADocumentIsPreviewed() throws Exception {
    JsonNode reports = json(post("/test", JSON.createObjectNode()));
    assertThat(reports).isNotEmpty().allMatch(report -> report.path("passed").asBoolean());

    ObjectNode preview = JSON.createObjectNode().put("mapping", "wms/shipment.inbound");
    preview.putObject("document");
    JsonNode shown = json(post("/preview", preview));
    assertThat(shown.path("accepted").asBoolean()).isFalse();
    assertThat(shown.path("errors").path(0).path("reason").asText()).isNotBlank();
  }

  @Test
  void theVerbsThatCallTheHubDoTheSame() throws Exception {
    Path file = written("api3/thing.inbound", "id: $.a", "id: one");
    assertThat(run("promote", file.toString(), "--why", "first")).isZero();
    assertThat(out.toString()).contains("is in force, the first of its name");
    written("api3/thing.inbound", "id: $.b", "id: two");
    assertThat(run("promote", file.toString())).isZero();
    assertThat(run("diff", "api3/thing.inbound", file.toString())).isZero();
    assertThat(out.toString()).contains(": the same");
    written("api3/thing.inbound", "id: $.b", "id: three");
    assertThat(run("promote", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("api3/thing.inbound.yaml:6: example 'shown' gave");
    assertThat(run("rollback", "api3/thing.inbound")).isZero();
    assertThat(run("history", "api3/thing.inbound")).isZero();
    assertThat(out.toString()).contains("ROLLED_BACK", "PROMOTED", "first");
    assertThat(run("show", "api3/thing.inbound")).isZero();
    assertThat(out.toString()).contains("fields: { id: $.a }");
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("api3/thing.inbound");
    assertThat(run("test", "--in-force")).isZero();
    written("api3/thing.inbound", "id: $.b", "id: two");
    assertThat(run("shadow", file.toString(), "--last", "10")).isZero();
    assertThat(out.toString()).contains("0 messages");
  }

  private Path written(String name, String fields, String out) throws Exception {
    MappingRef ref = WorkbenchNode.file(name, fields, out);
    Path file = folder.resolve(name + ".yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file.resolveSibling("thing.json"), ref.files().values().iterator().next());
    return Files.writeString(file, ref.file());
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--data";
    all[args.length + 1] = hub.data().toString();
    return new CommandLine(new MappingCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private static ObjectNode body(MappingRef ref) {
    ObjectNode body = JSON.createObjectNode().put("file", ref.file());
    body.set("files", JSON.valueToTree(ref.files()));
    return body;
  }

  private HttpResponse<String> post(String path, JsonNode body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(hub.url().resolve(PATH + path))
        .header("Authorization", "Bearer " + hub.bean(OpsKey.class).value());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body());
  }
}
