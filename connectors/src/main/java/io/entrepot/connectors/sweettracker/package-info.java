/** SweetTracker (스마트택배): where a parcel is, for all Korean carriers. */
@NullMarked
package io.entrepot.connectors.sweettracker;

import org.jspecify.annotations.NullMarked;
