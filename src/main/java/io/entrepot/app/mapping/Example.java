package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What stands under {@code examples:}: a document, and what becomes of it. */
record Example(String name, JsonNode in, @Nullable JsonNode out, @Nullable String rejects) {}
