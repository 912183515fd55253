package io.entrepot.app.workbench;

import io.entrepot.app.mapping.Candidate;
import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingReader;
import io.entrepot.app.mapping.MappingsInForce;
import io.entrepot.app.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts mappings in force while the hub runs, and takes them back. */
@Component
final class Promotions {
  private static final int REASON_CHARS_MAX = 1000;

  private final Candidates candidates;
  private final MappingsInForce mappings;
  private final MappingChanges changes;
  private final InForceWatch watch;

  Promotions(
      Candidates candidates, MappingsInForce mappings, MappingChanges changes, InForceWatch watch) {
    this.candidates = candidates;
    this.mappings = mappings;
    this.changes = changes;
    this.watch = watch;
  }

  /**
   * Puts a file in force on all nodes; refused while one of its examples fails.
   *
   * @param expect the version that must be in force; null for whichever is now
   */
  Promotion promote(MappingRef file, @Nullable String expect, String who, @Nullable String why) {
    watch.take();
    Candidate next = candidates.read(file);
    CheckReport report = CheckReport.of(next);
    if (!report.passed()) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "mapping-examples-fail",
          "Not promoted, the version in force stays. " + String.join("; ", report.lines()));
    }
    return put(MappingChange.Kind.PROMOTED, next, expect, who, why, sharers(next));
  }

  /**
   * Puts an earlier version in force again, with the schema and the tables it had.
   *
   * @param to null for the one before the last promotion
   */
  Promotion rollback(
      String name, @Nullable String to, @Nullable String expect, String who, @Nullable String why) {
    watch.take();
    String target = to == null ? before(candidates.inForce(name)) : to;
    Candidate next = MappingReader.read(candidates.stored(name, target));
    return put(MappingChange.Kind.ROLLED_BACK, next, expect, who, why, List.of());
  }

  private String before(Candidate current) {
    return changes
        .promotion(current.name(), current.version())
        .map(MappingChange::previous)
        .orElseThrow(
            () ->
                new ProblemException(
                    HttpStatus.CONFLICT,
                    "mapping-nothing-before",
                    "Nothing was in force before version "
                        + current.version()
                        + " of "
                        + current.name()
                        + "; name a version of its history."));
  }

  private Promotion put(
      MappingChange.Kind kind,
      Candidate next,
      @Nullable String expect,
      String who,
      @Nullable String why,
      List<String> notes) {
    Optional<MappingBundle> current = candidates.find(next.name()).map(Candidate::bundle);
    String version = current.map(MappingBundle::version).orElse(null);
    if (expect != null && !expect.equals(version)) {
      throw new Overtaken(next.name(), expect, version);
    }
    if (next.version().equals(version)) {
      return new Promotion(next.name(), next.version(), version, false, notes);
    }
    changes.change(kind, next.bundle(), current.orElse(null), who, reason(why));
    watch.take();
    return new Promotion(next.name(), next.version(), version, true, notes);
  }

  private static @Nullable String reason(@Nullable String why) {
    if (why != null && why.length() > REASON_CHARS_MAX) {
      throw ProblemException.badRequest(
          "reason-too-long", "'why' has at most " + REASON_CHARS_MAX + " characters.");
    }
    return why == null || why.isBlank() ? null : why.strip();
  }

  /** Other mappings go on with the table or schema they were promoted with. */
  private List<String> sharers(Candidate next) {
    return mappings.all().stream()
        .filter(other -> !other.name().equals(next.name()))
        .flatMap(
            other ->
                next.bundle().files().entrySet().stream()
                    .filter(file -> differs(mappings.find(other.name()).bundle(), file))
                    .map(file -> other.name() + " goes on with its own " + file.getKey()))
        .toList();
  }

  private static boolean differs(MappingBundle other, Map.Entry<String, byte[]> file) {
    byte[] theirs = other.find(file.getKey());
    return theirs != null && !Arrays.equals(theirs, file.getValue());
  }
}
