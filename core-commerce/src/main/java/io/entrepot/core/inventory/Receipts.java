package io.entrepot.core.inventory;

import java.util.List;

/** Port: books arrivals in the caller's transaction. */
public interface Receipts {
  /** A receipt whose key was booked before is left out, unless it says something else now. */
  ReceiveStockResult book(List<ReceiveStock> receipts);
}
