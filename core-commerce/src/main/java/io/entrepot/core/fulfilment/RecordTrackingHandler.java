package io.entrepot.core.fulfilment;

/** Notes what a carrier tells. */
public interface RecordTrackingHandler {
  io.entrepot.core.order.OrderStepResult handle(RecordTracking command);
}
