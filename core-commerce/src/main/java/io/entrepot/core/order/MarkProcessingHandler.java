package io.entrepot.core.order;

/** Notes that the warehouse has taken an order. */
public interface MarkProcessingHandler {
  OrderStepResult handle(MarkProcessing command);
}
