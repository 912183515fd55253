package io.entrepot.app.workbench;

import io.entrepot.app.mapping.Candidate;
import io.entrepot.app.mapping.Mapping;
import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingFolder;
import io.entrepot.app.mapping.MappingsInForce;
import io.entrepot.app.workbench.MappingState.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells which mappings are in force here, since when, and what differs from the folder. */
@Component
final class MappingStates {
  private final MappingsInForce mappings;
  private final MappingChanges changes;
  private final MappingVersions versions;
  private final MappingFolder folder;
  private final InForceWatch watch;

  MappingStates(
      MappingsInForce mappings,
      MappingChanges changes,
      MappingVersions versions,
      MappingFolder folder,
      InForceWatch watch) {
    this.mappings = mappings;
    this.changes = changes;
    this.versions = versions;
    this.folder = folder;
    this.watch = watch;
  }

  /** Sorted by name. */
  List<MappingState> all() {
    Map<String, MappingChange> latest =
        changes.latest().stream()
            .collect(Collectors.toMap(MappingChange::name, Function.identity()));
    Map<String, String> promoted = versions.versionsInForce();
    return mappings.all().stream()
        .map(Mapping::name)
        .map(name -> state(mappings.find(name), promoted.get(name), latest.get(name)))
        .toList();
  }

  /** Mapping files of the definitions folder that no mapping in force has come from. */
  List<String> waiting() {
    TreeSet<String> names = new TreeSet<>(folder.names());
    mappings.all().forEach(mapping -> names.remove(mapping.name()));
    return List.copyOf(names);
  }

  MappingState one(Candidate mapping) {
    MappingChange latest = changes.history(mapping.name(), 1).stream().findFirst().orElse(null);
    return state(mapping, changes.inForce(mapping.name()).orElse(null), latest);
  }

  private MappingState state(
      Candidate mapping, @Nullable String promoted, @Nullable MappingChange latest) {
    byte[] own = folder.findOwn(MappingBundle.path(mapping.name()));
    boolean asPromoted = mapping.version().equals(promoted);
    MappingChange change = asPromoted ? latest : null;
    return new MappingState(
        mapping.name(),
        mapping.version(),
        asPromoted ? Origin.PROMOTED : own == null ? Origin.SHIPPED : Origin.DEFINITIONS,
        change == null ? null : change.at(),
        change == null ? null : change.who(),
        change == null ? null : change.why(),
        List.copyOf(mapping.bundle().files().keySet()),
        notes(mapping, promoted, own));
  }

  private List<String> notes(Candidate mapping, @Nullable String promoted, byte @Nullable [] own) {
    List<String> notes = new ArrayList<>();
    InForceWatch.Refused refused = watch.refused().get(mapping.name());
    if (refused != null) {
      notes.add("this node cannot take version " + refused.version() + ": " + refused.reason());
    } else if (promoted != null && !mapping.version().equals(promoted)) {
      notes.add("version " + promoted + " was promoted and is taken within seconds");
    }
    if (own != null && !Arrays.equals(own, mapping.bundle().file())) {
      notes.add(
          promoted == null
              ? "its file in the definitions folder was edited since the start; promote it"
              : "its file in the definitions folder was edited by hand and is not in force;"
                  + " promote it, or take it away");
    }
    return List.copyOf(notes);
  }
}
