/** Mail over SMTP. */
@NullMarked
package io.entrepot.connectors.mail;

import org.jspecify.annotations.NullMarked;
