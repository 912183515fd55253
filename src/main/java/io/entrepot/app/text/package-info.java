/** Plain text for people: tables in a terminal. */
@NullMarked
package io.entrepot.app.text;

import org.jspecify.annotations.NullMarked;
