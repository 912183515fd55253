package io.entrepot.connectors.spi.sandbox;

import java.util.List;

/**
 * A part of what a partner believes, as its page shows it.
 *
 * @param rows one text a column, the newest first; may be cut off
 * @param total how many there are in all
 */
public record BooksTable(String title, List<String> columns, List<List<String>> rows, long total) {}
