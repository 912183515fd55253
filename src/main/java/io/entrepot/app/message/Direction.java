package io.entrepot.app.message;

/** Seen from the hub. */
public enum Direction {
  IN,
  OUT
}
