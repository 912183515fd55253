/**
 * Documents as bytes: XML, fixed width and CSV in the encodings that partners use. What cannot be
 * read or written exactly is refused with its place, never replaced or cut.
 */
@NullMarked
package io.entrepot.app.mapping.format;

import org.jspecify.annotations.NullMarked;
