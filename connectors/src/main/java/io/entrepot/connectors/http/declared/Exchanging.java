package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.DocumentMapper;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** One request and its answer, as the declaration has them. */
final class Exchanging {
  private final Declaration declaration;
  private final DeclaredOperation operation;
  private final CallWriter writer;
  private final Supplier<PartnerLine> line;
  private final DocumentMapper mapper;

  Exchanging(
      Declaration declaration,
      DeclaredOperation operation,
      PartnerSettings settings,
      Supplier<PartnerLine> line,
      DocumentMapper mapper) {
    this.declaration = declaration;
    this.operation = operation;
    this.writer = new CallWriter(operation, settings, declaration.limits().requestBytes());
    this.line = line;
    this.mapper = mapper;
  }

  /** An answer that is a success, with its body read. */
  record Heard(HttpAnswer answer, JsonNode body) {}

  URI base() {
    return line.get().base();
  }

  Heard ask(PartnerCall call, Map<String, String> parameters) throws PartnerException {
    JsonNode document =
        operation.request() == null ? call.body() : mapper.map(operation.request(), call.body());
    return send(writer.write(base(), call, document, parameters, timeout(call)));
  }

  /** The same headers at an address that the partner gave. */
  Heard follow(PartnerCall call, URI link) throws PartnerException {
    HttpCall first = writer.write(base(), call, call.body(), Map.of(), timeout(call));
    return send(new HttpCall("GET", link, first.headers(), null, first.timeout()));
  }

  private Duration timeout(PartnerCall call) {
    Duration own = Duration.ofSeconds(operation.timeoutSeconds());
    return own.compareTo(call.timeout()) < 0 ? own : call.timeout();
  }

  private Heard send(HttpCall call) throws PartnerException {
    HttpAnswer answer = line.get().send(call);
    if (!operation.success().status(answer.status())) {
      throw declaration.errors().of(answer, operation.reads());
    }
    JsonNode body = answer.json();
    if (!operation.success().body(body)) {
      throw declaration.errors().of(answer, operation.reads());
    }
    return new Heard(answer, body);
  }

  JsonNode mapped(JsonNode document) throws PartnerException {
    return operation.answer() == null ? document : mapper.map(operation.answer(), document);
  }
}
