package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Something harmless that shows that address and credentials work.
 *
 * @param passes codes of refusals that show it as well, such as NOT_FOUND
 */
record TestCall(String operation, JsonNode document, Set<String> passes) {}
