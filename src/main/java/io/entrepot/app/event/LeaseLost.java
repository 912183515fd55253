package io.entrepot.app.event;

/** Another node delivers this subscription now; what we had begun is left to it. */
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost(String subscription) {
    super("the lease on " + subscription + " is another node's");
  }
}
