package io.entrepot.app.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./hub reconcile}. */
@Command(
    name = "reconcile",
    description =
        "Compare our books with each other and with the partners'; exits 1 on a difference.",
    mixinStandardHelpOptions = true)
public final class ReconcileCommand implements Callable<Integer> {
  @Mixin private HubOptions hub = new HubOptions();

  @Override
  public Integer call() throws Exception {
    JsonNode outcome = hub.api().post("/api/v1/ops/reconciliations", Map.of());
    hub.print(
        outcome, () -> JsonTable.of(outcome.get("checks"), "name", "ours", "theirs", "equal"));
    return outcome.get("equal").asBoolean() ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
  }
}
