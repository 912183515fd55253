package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.mapping.Candidate;
import io.entrepot.app.mapping.ExampleResult;
import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the examples of one mapping say.
 *
 * @param mapping its name; its file's path where that cannot be read
 * @param version null if the file cannot be put in force at all
 * @param examples how many there are
 */
@JsonNaming(SnakeCaseStrategy.class)
record CheckReport(
    String mapping,
    @Nullable String version,
    int examples,
    boolean passed,
    List<CheckFinding> findings) {

  /** Applies every example, and looks for rules that none of them shows. */
  static CheckReport of(Candidate mapping) {
    ExampleLines lines = ExampleLines.of(mapping.bundle().file());
    List<ExampleResult> results = mapping.tryExamples();
    List<CheckFinding> findings = new ArrayList<>();
    for (ExampleResult result : results) {
      for (String problem : result.problems()) {
        findings.add(new CheckFinding(lines.of(result.index()), result.name(), problem));
      }
    }
    for (String rule : mapping.notShown()) {
      findings.add(new CheckFinding(lines.ofAll(), null, "no example shows " + rule));
    }
    return new CheckReport(
        mapping.name(),
        mapping.version(),
        results.size(),
        findings.isEmpty(),
        List.copyOf(findings));
  }

  static CheckReport unusable(String mapping, MappingFileException why) {
    CheckFinding finding = new CheckFinding(0, null, String.valueOf(why.getMessage()));
    return new CheckReport(mapping, null, 0, false, List.of(finding));
  }

  /** One line a finding. */
  List<String> lines() {
    String file = MappingBundle.path(mapping);
    return findings.stream().map(finding -> finding.text(file)).toList();
  }
}
