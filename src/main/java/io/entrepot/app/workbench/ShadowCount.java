package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.mapping.Mapping;
import io.entrepot.app.mapping.MappingError;
import io.entrepot.app.mapping.MappingException;
import io.entrepot.app.message.MappedMessage;
import io.entrepot.app.workbench.DocumentDiff.Difference;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a mapping message by message, and adds up. */
final class ShadowCount {
  private final Mapping inForce;
  private final Mapping candidate;
  private final Tally<ShadowReport.Sample> fields = new Tally<>();
  private final Tally<UUID> rejections = new Tally<>();
  private final Tally<UUID> healed = new Tally<>();
  private final Tally<UUID> unmapped = new Tally<>();
  private @Nullable Instant oldest;
  private int compared;
  private int same;
  private int changed;
  private int nowRejected;
  private int noLongerRejected;
  private int rejectedByBoth;
  private int unreadable;

  ShadowCount(Mapping inForce, Mapping candidate) {
    this.inForce = inForce;
    this.candidate = candidate;
  }

  /** A document, or the reasons why there is none. */
  private record Outcome(@Nullable JsonNode document, String reasons) {
    static Outcome of(Mapping mapping, JsonNode source) {
      try {
        return new Outcome(mapping.apply(source).document(), "");
      } catch (MappingException e) {
        return new Outcome(
            null,
            e.errors().stream()
                .map(FieldMask::error)
                .map(MappingError::toString)
                .collect(Collectors.joining("; ")));
      }
    }
  }

  void add(MappedMessage message) {
    compared++;
    oldest = message.createdAt();
    JsonNode source = message.payload();
    if (source == null) {
      unreadable++;
      return;
    }
    candidate.unmapped(source).forEach(path -> unmapped.add(path, message.id()));
    compare(message.id(), Outcome.of(inForce, source), Outcome.of(candidate, source));
  }

  private void compare(UUID id, Outcome before, Outcome after) {
    if (before.document != null && after.document != null) {
      documents(id, DocumentDiff.of(before.document, after.document));
    } else if (before.document != null) {
      nowRejected++;
      rejections.add(after.reasons, id);
    } else if (after.document != null) {
      noLongerRejected++;
      healed.add(before.reasons, id);
    } else if (before.reasons.equals(after.reasons)) {
      rejectedByBoth++;
    } else {
      changed++;
      rejections.add("rejected for another reason: " + after.reasons, id);
    }
  }

  private void documents(UUID id, List<Difference> differences) {
    if (differences.isEmpty()) {
      same++;
      return;
    }
    changed++;
    Set<String> seen = new HashSet<>();
    for (Difference difference : differences) {
      if (seen.add(difference.field())) {
        fields.add(difference.field(), sample(id, difference));
      }
    }
  }

  private static ShadowReport.Sample sample(UUID id, Difference difference) {
    return new ShadowReport.Sample(
        id,
        shown(difference.path(), difference.before()),
        shown(difference.path(), difference.after()));
  }

  private static @Nullable JsonNode shown(String path, JsonNode value) {
    return value.isMissingNode() ? null : FieldMask.value(path, value);
  }

  int compared() {
    return compared;
  }

  ShadowReport report(int asked, boolean complete) {
    return new ShadowReport(
        candidate.name(),
        inForce.version(),
        candidate.version(),
        asked,
        compared,
        complete,
        oldest,
        same,
        changed,
        nowRejected,
        noLongerRejected,
        rejectedByBoth,
        unreadable,
        fields.lines(ShadowReport.FieldChange::new),
        rejections.lines(ShadowReport.Counted::new),
        healed.lines(ShadowReport.Counted::new),
        unmapped.lines(ShadowReport.Counted::new));
  }
}
