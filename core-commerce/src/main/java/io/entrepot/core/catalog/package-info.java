/** What is sold: SKUs with their codes, names and prices. */
@NullMarked
package io.entrepot.core.catalog;

import org.jspecify.annotations.NullMarked;
