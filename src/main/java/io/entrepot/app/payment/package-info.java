/** The core's payment port, answered by a Camel route to the provider's connector. */
@NullMarked
package io.entrepot.app.payment;

import org.jspecify.annotations.NullMarked;
