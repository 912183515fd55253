package io.entrepot.app.workbench;

import io.entrepot.app.mapping.Candidate;
import io.entrepot.app.mapping.MappingFileException;
import io.entrepot.app.mapping.MappingsInForce;
import io.entrepot.app.workbench.MappingRequests.Change;
import io.entrepot.app.workbench.MappingRequests.Diff;
import io.entrepot.app.workbench.MappingRequests.Preview;
import io.entrepot.app.workbench.MappingRequests.Rollback;
import io.entrepot.app.workbench.MappingRequests.ShadowRun;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/ops/mappings}: the workbench over HTTP. */
@RestController
@RequestMapping("/api/v1/ops/mappings")
final class MappingsApi {
  private static final int HISTORY_MAX = 200;

  private final MappingsInForce mappings;
  private final MappingStates states;
  private final MappingChanges changes;
  private final Candidates candidates;
  private final Previews previews;
  private final Shadow shadow;
  private final Promotions promotions;

  MappingsApi(
      MappingsInForce mappings,
      MappingStates states,
      MappingChanges changes,
      Candidates candidates,
      Previews previews,
      Shadow shadow,
      Promotions promotions) {
    this.mappings = mappings;
    this.states = states;
    this.changes = changes;
    this.candidates = candidates;
    this.previews = previews;
    this.shadow = shadow;
    this.promotions = promotions;
  }

  @GetMapping
  MappingList list() {
    return new MappingList(states.all(), states.waiting());
  }

  /** With its text and the texts of all it uses; {@code ?version=} gives one promoted earlier. */
  @GetMapping("/{partner}/{document}")
  MappingText show(
      @PathVariable String partner,
      @PathVariable String document,
      @RequestParam(required = false) @Nullable String version) {
    String name = partner + "/" + document;
    if (version != null) {
      return MappingText.of(null, candidates.stored(name, version));
    }
    Candidate mapping = candidates.inForce(name);
    return MappingText.of(states.one(mapping), mapping.bundle());
  }

  @GetMapping("/{partner}/{document}/history")
  List<MappingChange> history(@PathVariable String partner, @PathVariable String document) {
    String name = partner + "/" + document;
    candidates.inForce(name);
    return changes.history(name, HISTORY_MAX);
  }

  /** All in force, or the one that is sent or named. */
  @PostMapping("/test")
  List<CheckReport> test(@RequestBody(required = false) @Nullable MappingRef what) {
    if (what == null || (what.file() == null && what.mapping() == null)) {
      return mappings.all().stream().map(m -> CheckReport.of(mappings.find(m.name()))).toList();
    }
    try {
      return List.of(CheckReport.of(candidates.read(what)));
    } catch (MappingFileException e) {
      String name = what.mapping() == null ? "the mapping file" : what.mapping();
      return List.of(CheckReport.unusable(name, e));
    }
  }

  @PostMapping("/preview")
  PreviewReport preview(@RequestBody Preview what) {
    return previews.of(candidates.read(what.ref()), what.message(), what.document());
  }

  @PostMapping("/diff")
  MappingDiff diff(@RequestBody Diff what) {
    return MappingDiff.of(
        candidates.read(what.before()).bundle(), candidates.read(what.after()).bundle());
  }

  @PostMapping("/shadow")
  ShadowReport shadow(@RequestBody ShadowRun what) {
    return shadow.run(what.ref(), what.lastOrDefault(), what.secondsOrDefault());
  }

  @PostMapping("/promote")
  Promotion promote(@RequestBody Change what, @Nullable Principal principal) {
    return promotions.promote(
        what.ref(), what.expect(), Actor.of(principal, what.by()), what.why());
  }

  @PostMapping("/{partner}/{document}/rollback")
  Promotion rollback(
      @PathVariable String partner,
      @PathVariable String document,
      @RequestBody(required = false) @Nullable Rollback what,
      @Nullable Principal principal) {
    Rollback how = what == null ? new Rollback(null, null, null, null) : what;
    return promotions.rollback(
        partner + "/" + document, how.to(), how.expect(), Actor.of(principal, how.by()), how.why());
  }
}
