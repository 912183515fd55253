package io.entrepot.app.reconcile;

import io.entrepot.app.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reconcile now, and see what was found before. */
@RestController
@RequestMapping("/api/v1/ops/reconciliations")
final class ReconciliationController {
  private static final int KEPT_SHOWN = 20;

  private final Reconciler reconciler;
  private final ReconciliationStore store;

  ReconciliationController(Reconciler reconciler, ReconciliationStore store) {
    this.reconciler = reconciler;
    this.store = store;
  }

  @PostMapping
  Reconciliation run() throws InterruptedException {
    try {
      return reconciler.run();
    } catch (IOException unreachable) {
      throw new ProblemException(
          HttpStatus.BAD_GATEWAY, "partner-unreachable", "Cannot ask all sides: " + unreachable);
    }
  }

  @GetMapping
  List<Reconciliation> latest() {
    return store.latest(KEPT_SHOWN);
  }
}
