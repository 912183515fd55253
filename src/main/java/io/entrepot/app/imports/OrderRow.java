package io.entrepot.app.imports;

/** A good row, opened. */
record OrderRow(long number, RowContent content) {}
