package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one mapping file and puts it into the form in which it is applied. */
final class MappingCompiler {
  private final DefinitionFiles files;

  MappingCompiler(DefinitionFiles files) {
    this.files = files;
  }

  /**
   * Compiles one file.
   *
   * @param name the file's path without its ending, which must also stand in it
   */
  CompiledMapping compile(String name, byte[] bytes) {
    Spec spec = new Spec(name + ".yaml", "", StrictYaml.read(name + ".yaml", bytes));
    if (!spec.requireText("mapping").equals(name)) {
      throw spec.error("'mapping: " + spec.text("mapping") + "' is not the file's own name");
    }
    UsedFiles used = new UsedFiles(files);
    TargetSchema schema = schema(spec, name, "to", used);
    schema.requireClosed();
    TargetSchema sourceSchema =
        spec.has("from-schema") ? schema(spec, name, "from-schema", used) : null;
    CodeTables tables = CodeTables.read(spec.map("tables"), used);
    Compiling compiling = new Compiling(tables, rates(spec.map("rates")), schema);
    RuleCompiler rules = new RuleCompiler(compiling);
    Spec fields = Spec.of(spec.file(), "fields", spec.require("fields"));
    Rule root = rules.object(fields, Place.ROOT);
    List<CompiledMapping.Reject> rejects = rejects(spec, compiling);
    CsvCompiler csv = new CsvCompiler(compiling, csv(spec));
    Set<String> ignored = ignored(spec);
    CsvSource source = csv.compile(ignored);
    Formats formats = formats(spec, schema, compiling, ignored);
    requireKnown(spec, sourceSchema, compiling.used());
    List<Example> examples = Examples.read(spec, source);
    spec.done();
    SourceFields sourceFields = csv.sourceFields(ignored);
    MappingBundle bundle = MappingBundle.of(name, bytes, used.used());
    return new CompiledMapping(
        bundle,
        bundle.version(),
        schema,
        rejects,
        root,
        sourceFields,
        source,
        formats,
        sourceSchema,
        examples,
        compiling.points());
  }

  /** {@code csv:} is short for {@code source:} with {@code format: csv}. */
  private static @Nullable Spec csv(Spec spec) {
    JsonNode source = spec.find("source");
    boolean said = source != null && source.path("format").asText().equals("csv");
    return spec.map(said ? "source" : "csv");
  }

  private static Formats formats(
      Spec spec, TargetSchema schema, Compiling compiling, Set<String> ignored) {
    FormatCompiler formats = new FormatCompiler(schema);
    Set<String> read = new TreeSet<>(compiling.used());
    read.addAll(ignored);
    Spec source = csv(spec) == null ? spec.map("source") : null;
    return new Formats(formats.source(source, read), formats.target(spec.map("target")));
  }

  /** A path that the declared source cannot have is a slip of the pen. */
  private static void requireKnown(Spec spec, @Nullable TargetSchema source, Set<String> used) {
    for (String path : used) {
      String field = path.replaceFirst("^\\$\\.?", "");
      if (source != null && !field.isEmpty() && source.field(field) == null) {
        throw spec.error("from-schema", "the source has no field '" + path + "'");
      }
    }
  }

  /** A partner's own document stands in its folder, a canonical one in {@code _schemas}. */
  private static TargetSchema schema(Spec spec, String name, String key, DefinitionFiles files) {
    String to = spec.requireText(key);
    String folder = name.substring(0, name.indexOf('/'));
    String path =
        to.startsWith("./") ? folder + "/" + to.substring(2) + ".json" : "_schemas/" + to + ".json";
    byte[] bytes = files.find(path);
    if (bytes == null) {
      throw spec.error(key, "'" + key + ": " + to + "': there is no schema mappings/" + path);
    }
    return TargetSchema.read(path, bytes);
  }

  private static Map<String, BigDecimal> rates(@Nullable Spec spec) {
    Map<String, BigDecimal> rates = new HashMap<>();
    if (spec == null) {
      return rates;
    }
    for (Map.Entry<String, JsonNode> rate : spec.entries()) {
      BigDecimal value = Numbers.parse(rate.getValue().asText());
      if (value == null || value.signum() <= 0 || !rate.getKey().matches("[A-Z]{3}/[A-Z]{3}")) {
        throw spec.error("a rate is written GBP/KRW: \"1780\"");
      }
      rates.put(rate.getKey(), value);
    }
    return rates;
  }

  private static List<CompiledMapping.Reject> rejects(Spec spec, Compiling compiling) {
    List<CompiledMapping.Reject> rejects = new ArrayList<>();
    JsonNode list = spec.find("rejects");
    for (JsonNode node : list == null ? List.<JsonNode>of() : list) {
      Spec reject = Spec.of(spec.file(), "rejects[" + rejects.size() + "]", node);
      JsonNode when = reject.require("when");
      String because = reject.requireText("because");
      reject.done();
      Spec condition = Spec.of(spec.file(), reject.place() + ".when", when);
      SourcePath from = condition.path("from", condition.requireText("from"));
      compiling.needsExample("rejects: " + because);
      Condition test = new Conditions(compiling).compile(condition, Place.ROOT);
      rejects.add(new CompiledMapping.Reject(from, test, because));
    }
    return List.copyOf(rejects);
  }

  private static Set<String> ignored(Spec spec) {
    Set<String> ignored = new TreeSet<>();
    JsonNode list = spec.find("ignored");
    for (JsonNode path : list == null ? List.<JsonNode>of() : list) {
      ignored.add(spec.path("ignored", path.asText()).pattern("$"));
    }
    return ignored;
  }
}
