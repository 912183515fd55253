package io.entrepot.core.inventory;

/** Books arrivals once. */
public interface ReceiveStockHandler {
  ReceiveStockResult handle(ReceiveStock receipt);

  ReceiveStockResult handle(java.util.List<ReceiveStock> receipts);
}
