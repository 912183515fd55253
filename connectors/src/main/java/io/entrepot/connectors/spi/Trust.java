package io.entrepot.connectors.spi;

/** Why a notice is believed. */
public enum Trust {
  /** Signed over its raw bytes with a key only the partner and we have. */
  SIGNED,
  /** Carries a secret that only the partner and we know. */
  SHARED_SECRET,
  /** Anyone could have sent it: store and answer, then believe only what the partner says. */
  MUST_ASK
}
