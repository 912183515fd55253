package io.entrepot.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entrepot.app.embedded.StartRefused;
import io.entrepot.connectors.http.declared.Declaration;
import io.entrepot.connectors.http.declared.DeclarationException;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  @Test
  void aWrongDeclarationIsNamedByFileAndLine() {
    DeclarationException wrong =
        catchThrowableOfType(
            DeclarationException.class,
            () ->
                Declaration.read("connectors/declared/acme.yaml", "partner: acme\ncolour: red\n"));

    assertThat(Refusals.of(new IllegalStateException(wrong)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("connectors/declared/acme.yaml:2: unknown key 'colour'");
  }
}
