/** {@code ./hub bench import}: rows a second from a file to orders, against a plain COPY. */
@NullMarked
package io.entrepot.app.bench.imports;

import org.jspecify.annotations.NullMarked;
