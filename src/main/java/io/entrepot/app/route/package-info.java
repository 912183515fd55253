/** Routes are files: read, checked, loaded, counted, stopped and started. */
@NullMarked
package io.entrepot.app.route;

import org.jspecify.annotations.NullMarked;
