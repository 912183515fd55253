package io.entrepot.app.imports;

import java.util.List;

/**
 * An order of a file, still to be placed.
 *
 * @param supplement 1 for the order itself; n for rows that follow it as {@code REF/n}
 * @param rows its good rows in the file's order
 */
record StagedOrder(int ordinal, int supplement, List<OrderRow> rows) {}
