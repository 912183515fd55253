/** The outbox and its readers: events leave in the order of their commits, each to every route. */
@NullMarked
package io.entrepot.app.event;

import org.jspecify.annotations.NullMarked;
