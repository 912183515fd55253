package io.entrepot.core.inventory;

import io.entrepot.core.jdbc.Transactions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Books arrivals once; joins the caller's transaction when there is one. */
@Component
public class ReceiveStockHandler {
  private final Receipts receipts;
  private final Transactions transactions;

  public ReceiveStockHandler(Receipts receipts, Transactions transactions) {
    this.receipts = receipts;
    this.transactions = transactions;
  }

  public ReceiveStockResult handle(ReceiveStock receipt) {
    return handle(List.of(receipt));
  }

  /**
   * Many, all or nothing.
   *
   * @throws IllegalArgumentException for an unknown SKU or location, or a key that was used for
   *     another receipt
   */
  public ReceiveStockResult handle(List<ReceiveStock> batch) {
    return transactions.call(() -> receipts.book(batch));
  }
}
