package io.entrepot.connectors.spi;

/**
 * What {@link Connector#test()} found.
 *
 * @param detail one line for a person; without secrets
 */
public record TestResult(boolean ok, String detail) {
  public static TestResult passed(String detail) {
    return new TestResult(true, detail);
  }

  public static TestResult failed(String detail) {
    return new TestResult(false, detail);
  }
}
