package io.entrepot.app.imports;

import java.util.List;

/** All good rows of a file that are about one product. */
record ProductRows(String key, List<OrderRow> rows) {}
