package io.entrepot.app.console;

import io.entrepot.app.imports.Imports;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One import's page changes with its figures. */
@Component
final class ImportTopic implements LiveTopic {
  private final Imports imports;

  ImportTopic(Imports imports) {
    this.imports = imports;
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public boolean ofOne() {
    return true;
  }

  @Override
  public Object state(@Nullable UUID id) {
    return imports.find(Objects.requireNonNull(id));
  }
}
