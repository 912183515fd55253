/** {@code ./hub partner import}: an {@code integrations.yaml} turned into declarations of ours. */
@NullMarked
package io.entrepot.app.partner.integrations;

import org.jspecify.annotations.NullMarked;
