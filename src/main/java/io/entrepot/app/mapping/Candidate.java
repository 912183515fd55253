package io.entrepot.app.mapping;

import java.util.List;

/** A mapping that compiles, with what it was made of; not in force by that. */
public interface Candidate extends Mapping {

  /** The file and all that it uses. */
  MappingBundle bundle();

  /** Applies every example, in the file's order. */
  List<ExampleResult> tryExamples();

  /** The rules and table rows that no example shows; must be empty. */
  List<String> notShown();
}
