package io.entrepot.core.catalog;

import io.entrepot.core.jdbc.Transactions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Registers products; joins the caller's transaction when there is one. */
@Component
public class RegisterProductHandler {
  private final Catalog catalog;
  private final Transactions transactions;

  public RegisterProductHandler(Catalog catalog, Transactions transactions) {
    this.catalog = catalog;
    this.transactions = transactions;
  }

  /** The SKU's id; the same at every repeat. */
  public long handle(RegisterProduct product) {
    return handle(List.of(product)).values().iterator().next();
  }

  /** Many in one statement: ids by SKU code. Of two with one code the later one stands. */
  public Map<String, Long> handle(List<RegisterProduct> products) {
    return transactions.call(() -> catalog.register(products));
  }
}
