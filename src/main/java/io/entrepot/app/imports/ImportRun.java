package io.entrepot.app.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * What the work on an import needs to know of it.
 *
 * @param header the file's columns
 * @param opensStock whether its products are made known, and their stock received, first
 * @param attempts tries since the last progress
 */
record ImportRun(
    UUID batchId,
    String mapping,
    String sha256,
    Path file,
    List<String> header,
    boolean opensStock,
    int attempts) {}
