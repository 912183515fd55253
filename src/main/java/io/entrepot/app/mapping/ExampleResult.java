package io.entrepot.app.mapping;

import java.util.List;

/**
 * What came of one example.
 *
 * @param index its place under {@code examples:}, from 0
 * @param problems empty when it holds
 */
public record ExampleResult(String name, int index, List<String> problems) {
  public boolean holds() {
    return problems.isEmpty();
  }
}
