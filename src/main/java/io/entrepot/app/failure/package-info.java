/** Why a message could not be worked, and when to try again: one answer for inbox and outbox. */
@NullMarked
package io.entrepot.app.failure;

import org.jspecify.annotations.NullMarked;
