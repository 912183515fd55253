package io.entrepot.app.imports;

/**
 * A file as it is handed in.
 *
 * @param mapping as {@code online-retail/order.inbound}
 * @param fileName for people
 */
public record Submission(String mapping, String fileName, OpeningStock stock) {
  public Submission {
    fileName = Texts.shortened(fileName);
  }

  /** Orders for the goods that are there. */
  public static Submission of(String mapping, String fileName) {
    return new Submission(mapping, fileName, OpeningStock.AS_IT_IS);
  }

  boolean opensStock() {
    return stock == OpeningStock.FROM_FILE;
  }
}
