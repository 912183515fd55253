package io.entrepot.app.mapping;

/** Whether a rule applies here. */
@FunctionalInterface
interface Condition {
  Condition ALWAYS = scope -> true;

  boolean test(Scope scope);
}
