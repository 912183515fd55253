/** The frame of benchmarks and proofs: figures, goals, alternating rounds and their report. */
@NullMarked
package io.entrepot.app.bench;

import org.jspecify.annotations.NullMarked;
