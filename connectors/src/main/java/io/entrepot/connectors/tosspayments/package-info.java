/** Toss Payments, core API 2022-11-16: card payments in Korea. */
@NullMarked
package io.entrepot.connectors.tosspayments;

import org.jspecify.annotations.NullMarked;
