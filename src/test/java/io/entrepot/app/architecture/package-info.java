/** The fences of the house as tests: who may import whom, what stands where. */
@NullMarked
package io.entrepot.app.architecture;

import org.jspecify.annotations.NullMarked;
