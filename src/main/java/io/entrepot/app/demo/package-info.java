/** {@code ./hub demo}: an order file's whole way, and whether all sides agree at its end. */
@NullMarked
package io.entrepot.app.demo;

import org.jspecify.annotations.NullMarked;
