package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.spi.DocumentMapper;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Makes a declaration's operations callable. */
final class DeclaredOperations {
  private DeclaredOperations() {}

  static Map<String, Operation> of(
      Declaration declaration,
      PartnerSettings settings,
      Supplier<PartnerLine> line,
      DocumentMapper mapper) {
    Map<String, Operation> operations = new LinkedHashMap<>();
    declaration
        .operations()
        .forEach(
            (name, operation) ->
                operations.put(
                    name,
                    operation(
                        operation,
                        new Exchanging(declaration, operation, settings, line, mapper))));
    return Collections.unmodifiableMap(operations);
  }

  private static Operation operation(DeclaredOperation operation, Exchanging exchanging) {
    return operation.pages() == null
        ? new DeclaredCall(exchanging, operation.reads())
        : new PagedReading(exchanging, operation.pages());
  }
}
