package io.entrepot.app;

/** The node's entry: every verb of {@code ./hub} starts here. */
public final class Entrepot {
  private Entrepot() {}

  public static void main(String[] args) {
    System.out.println("entrepot");
  }
}
