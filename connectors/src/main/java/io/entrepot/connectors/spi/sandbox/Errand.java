package io.entrepot.connectors.spi.sandbox;

import java.io.IOException;

/** Something a simulated partner does by itself, such as sending a webhook. */
@FunctionalInterface
public interface Errand {
  /**
   * Tries once.
   *
   * @return true when nothing is left to do
   * @throws IOException like false: it is tried again later
   */
  boolean tried() throws IOException, InterruptedException;
}
