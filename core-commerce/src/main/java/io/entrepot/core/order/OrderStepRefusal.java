package io.entrepot.core.order;

/** Why an order did not take a step. */
public enum OrderStepRefusal {
  UNKNOWN_ORDER,
  ILLEGAL_STEP,
  UNKNOWN_WAYBILL,
  /** The shipment's number or waybill belongs to another order. */
  SHIPMENT_OF_ANOTHER_ORDER
}
