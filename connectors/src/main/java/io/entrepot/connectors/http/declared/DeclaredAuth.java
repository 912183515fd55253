package io.entrepot.connectors.http.declared;

import java.util.Map;

/**
 * A section that {@link io.entrepot.connectors.http.auth} reads.
 *
 * @param place file and line, for messages
 */
record DeclaredAuth(String place, Map<String, Object> values) {}
