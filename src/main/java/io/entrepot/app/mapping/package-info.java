/**
 * Declared translations between partners' documents and ours: a YAML file with its examples inside
 * is checked, compiled and applied.
 */
@NullMarked
package io.entrepot.app.mapping;

import org.jspecify.annotations.NullMarked;
