/** Hazelcast among the nodes of one hub: who works a SKU now. Advice only: Postgres decides. */
@NullMarked
package io.entrepot.app.cluster;

import org.jspecify.annotations.NullMarked;
