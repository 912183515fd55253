/** The operations API: messages, orders with their whole way, figures. */
@NullMarked
package io.entrepot.app.ops;

import org.jspecify.annotations.NullMarked;
