package io.entrepot.app.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.app.mapping.CsvSource;
import io.entrepot.app.mapping.Mapping;
import io.entrepot.app.mapping.Mappings;
import io.entrepot.app.mapping.format.NumberedRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read: the mapping that was named, and the product mapping that may stand beside it.
 */
record FileMapping(
    Mapping orders,
    CsvSource source,
    @Nullable Mapping products,
    @Nullable CsvSource productSource) {
  private static final String PRODUCTS = "product.inbound";

  /**
   * The mapping of that name with its neighbour.
   *
   * @throws ImportRefused if it reads no CSV files
   * @throws io.entrepot.app.mapping.UnknownMappingException if there is none
   */
  static FileMapping of(Mappings mappings, String name) {
    Mapping orders = mappings.find(name);
    CsvSource source =
        orders
            .csv()
            .orElseThrow(
                () ->
                    new ImportRefused(
                        "import-mapping-no-csv",
                        "The mapping " + name + " reads no CSV files: it has no 'csv:'."));
    String beside = name.substring(0, name.lastIndexOf('/') + 1) + PRODUCTS;
    Optional<Mapping> products =
        mappings.all().stream().filter(mapping -> mapping.name().equals(beside)).findFirst();
    return new FileMapping(
        orders, source, products.orElse(null), products.flatMap(Mapping::csv).orElse(null));
  }

  /**
   * For a file that opens stock.
   *
   * @throws ImportRefused if no mapping says how
   */
  void requireProducts() {
    if (productSource == null) {
      throw new ImportRefused(
          "import-mapping-no-products",
          "No mapping of products for CSV stands beside %s: write %s there, or import orders alone."
              .formatted(orders.name(), PRODUCTS));
    }
  }

  /** Columns that only the product mapping reads. */
  Set<String> alsoRead() {
    Set<String> columns = new HashSet<>();
    if (productSource != null) {
      columns.addAll(productSource.columns());
      columns.addAll(productSource.ignored());
    }
    return columns;
  }

  /** A row as the mappings see it: texts by column, without surrounding blanks. */
  static ObjectNode row(List<String> header, List<String> values) {
    return filled(JsonNodeFactory.instance.objectNode(), header, values);
  }

  /** The same, with the row's number in what is said of it. */
  static ObjectNode row(long number, List<String> header, List<String> values) {
    return filled(new NumberedRow(number), header, values);
  }

  private static ObjectNode filled(ObjectNode row, List<String> header, List<String> values) {
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), values.get(i).strip());
    }
    return row;
  }
}
