package io.entrepot.app.console;

import io.entrepot.app.imports.ImportView;

/** An import as the console shows it: its mark and its progress. */
record ImportRow(ImportView run) {
  private static final int HUNDRED = 100;

  /** Orders that did not come to be. */
  public long lost() {
    return (long) run.ordersRefused() + run.ordersFailed();
  }

  /** Whether it is known yet how much there is to do. */
  public boolean measured() {
    return run.finished() || run.ordersTotal() > 0;
  }

  /** 0 to 100. */
  public long percent() {
    if (run.status().equals("COMPLETED")) {
      return HUNDRED;
    }
    return run.ordersTotal() == 0 ? 0 : (long) run.ordersDone() * HUNDRED / run.ordersTotal();
  }

  /** The part of {@link #percent} that was lost, for the end of the bar. */
  public double percentLost() {
    return run.ordersTotal() == 0 ? 0 : (double) lost() * HUNDRED / run.ordersTotal();
  }

  public StatusPill pill() {
    return switch (run.status()) {
      case "QUEUED" -> new StatusPill("wait", "import.phase.QUEUED");
      case "COMPLETED" ->
          lost() + run.rowsRejected() > 0
              ? new StatusPill("warn", "import.phase.COMPLETED.refusals")
              : new StatusPill("ok", "import.phase.COMPLETED");
      case "FAILED" -> new StatusPill("fail", "import.phase.FAILED");
      default -> new StatusPill("run", "import.phase." + run.status());
    };
  }
}
