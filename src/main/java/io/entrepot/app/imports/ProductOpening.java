package io.entrepot.app.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.app.mapping.CsvSource;
import io.entrepot.app.mapping.Mapping;
import io.entrepot.app.mapping.MappingException;
import io.entrepot.core.catalog.RegisterProduct;
import io.entrepot.core.catalog.RegisterProductHandler;
import io.entrepot.core.inventory.ReceiveStock;
import io.entrepot.core.inventory.ReceiveStockHandler;
import io.entrepot.core.inventory.StockLocation;
import io.entrepot.core.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes the products of a file known and opens their stock: once for a product mapping and a file,
 * however often it is tried.
 */
@Component
final class ProductOpening {
  private final RegisterProductHandler products;
  private final ReceiveStockHandler stock;
  private final ImportRows rows;

  ProductOpening(RegisterProductHandler products, ReceiveStockHandler stock, ImportRows rows) {
    this.products = products;
    this.stock = stock;
    this.rows = rows;
  }

  /** The count of rows that had to be rejected, because their product cannot be made known. */
  int open(ImportRun run, Mapping mapping, CsvSource source, List<ProductRows> page) {
    List<RegisterProduct> known = new ArrayList<>();
    List<ReceiveStock> receipts = new ArrayList<>();
    int rejected = 0;
    for (ProductRows product : page) {
      try {
        JsonNode document = mapping.apply(source.document(values(run, product))).document();
        known.add(product(document));
        receipts.add(receipt(document, run, mapping));
      } catch (MappingException | IllegalArgumentException e) {
        String reason = "the product as a whole: " + e.getMessage();
        rejected += rows.reject(run.batchId(), product.rows(), reason);
      }
    }
    if (!known.isEmpty()) {
      products.handle(known);
      stock.handle(receipts);
    }
    return rejected;
  }

  private static List<ObjectNode> values(ImportRun run, ProductRows product) {
    return product.rows().stream()
        .map(row -> FileMapping.row(run.header(), row.content().values()))
        .toList();
  }

  private static RegisterProduct product(JsonNode document) {
    return new RegisterProduct(
        document.path("skuCode").asText(),
        document.path("name").asText(),
        Money.parse(document.path("price").asText()));
  }

  private static ReceiveStock receipt(JsonNode document, ImportRun run, Mapping mapping) {
    String sku = document.path("skuCode").asText();
    return new ReceiveStock(
        sku,
        StockLocation.MAIN,
        document.path("quantity").asInt(),
        "opening stock",
        String.join(":", "import", mapping.name(), run.sha256().substring(0, 32), sku));
  }
}
