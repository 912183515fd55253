/**
 * The mapping workbench: mappings are tested, previewed, compared, tried on real messages, promoted
 * and rolled back while the hub runs.
 */
@NullMarked
package io.entrepot.app.workbench;

import org.jspecify.annotations.NullMarked;
