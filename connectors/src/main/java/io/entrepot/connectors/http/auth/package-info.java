/** How calls of partners prove who we are, and how their notices prove who they are, by kind. */
@NullMarked
package io.entrepot.connectors.http.auth;

import org.jspecify.annotations.NullMarked;
