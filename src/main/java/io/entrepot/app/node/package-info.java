/**
 * One running node: its settings, the parts it brings along, the Spring application, its run file.
 */
@NullMarked
package io.entrepot.app.node;

import org.jspecify.annotations.NullMarked;
