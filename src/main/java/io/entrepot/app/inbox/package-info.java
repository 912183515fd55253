/**
 * Partners' notices: verified over their raw bytes, stored, answered, and then worked by a route
 * from {@code inbox:partner.document}.
 */
@NullMarked
package io.entrepot.app.inbox;

import org.jspecify.annotations.NullMarked;
