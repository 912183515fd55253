/** Proofs: workloads that try to break a promise, with a seed and figures that must be zero. */
@NullMarked
package io.entrepot.app.prove;

import org.jspecify.annotations.NullMarked;
