package io.entrepot.connectors.spi.sandbox;

/**
 * A fault that a test, the console or the header {@code X-Sandbox-Fault} can turn on.
 *
 * @param name lower case with hyphens
 * @param meaning what the partner does then; one line
 * @param millis how long it takes unless told otherwise; 0 for a fault that takes no time
 */
public record FaultName(String name, String meaning, long millis) {
  public FaultName(String name, String meaning) {
    this(name, meaning, 0);
  }
}
