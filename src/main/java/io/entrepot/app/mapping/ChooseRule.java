package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first branch whose condition holds. */
record ChooseRule(List<Branch> branches) implements Rule {

  record Branch(String point, Condition when, Rule rule) {}

  @Override
  public @Nullable JsonNode value(Scope scope) {
    for (Branch branch : branches) {
      if (branch.when().test(scope)) {
        scope.run().touch(branch.point());
        return branch.rule().value(scope);
      }
    }
    return null;
  }
}
