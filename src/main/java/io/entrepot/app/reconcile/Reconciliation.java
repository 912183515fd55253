package io.entrepot.app.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.entrepot.app.text.TextTable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All checks of one moment. */
public record Reconciliation(UUID id, Instant at, List<Check> checks, Found found) {
  public Reconciliation {
    checks = List.copyOf(checks);
  }

  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public boolean equal() {
    return checks.stream().allMatch(Check::equal);
  }

  public List<Check> differences() {
    return checks.stream().filter(check -> !check.equal()).toList();
  }

  /** The table for people. */
  public String table() {
    TextTable table = new TextTable("check", "ours", "theirs", "equal");
    checks.forEach(
        check ->
            table.row(check.name(), check.ours(), check.theirs(), check.equal() ? "yes" : "NO"));
    return table.render();
  }
}
