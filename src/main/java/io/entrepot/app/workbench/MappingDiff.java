package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingReader;
import java.util.List;
import java.util.Set;

/**
 * In what two versions of a mapping differ, in terms of its fields and not of its text.
 *
 * @param complete false when there is more than is listed
 */
@JsonNaming(SnakeCaseStrategy.class)
record MappingDiff(
    String oldMapping,
    String oldVersion,
    String newMapping,
    String newVersion,
    List<DiffEntry> entries,
    boolean complete) {
  private static final int ENTRIES_MAX = 1000;
  private static final Set<String> OWN_PARTS =
      Set.of("mapping", "fields", "tables", "rates", "ignored", "rejects", "examples");

  static MappingDiff of(MappingBundle old, MappingBundle next) {
    JsonNode before = MappingReader.tree(MappingBundle.path(old.name()), old.file());
    JsonNode after = MappingReader.tree(MappingBundle.path(next.name()), next.file());
    DiffEntries entries = new DiffEntries();
    for (String key : DiffEntries.keys(before, after)) {
      if (!OWN_PARTS.contains(key)) {
        entries.value("key", key, before.path(key), after.path(key));
      }
    }
    entries.rules("field", FieldRules.of(before), FieldRules.of(after));
    entries.rows("rate", "", before.path("rates"), after.path("rates"));
    entries.set("ignored", before.path("ignored"), after.path("ignored"));
    entries.named("rejects", "because", before.path("rejects"), after.path("rejects"));
    new TableDiff(entries).compare(old, before, next, after);
    entries.named("example", "name", before.path("examples"), after.path("examples"));
    List<DiffEntry> all = entries.all();
    return new MappingDiff(
        old.name(),
        old.version(),
        next.name(),
        next.version(),
        all.subList(0, Math.min(all.size(), ENTRIES_MAX)),
        all.size() <= ENTRIES_MAX);
  }
}
