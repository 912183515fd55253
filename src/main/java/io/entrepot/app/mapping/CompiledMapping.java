package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.app.mapping.format.TargetFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping file in the form in which it is applied. */
record CompiledMapping(
    MappingBundle bundle,
    String version,
    TargetSchema schema,
    List<Reject> rejects,
    Rule root,
    SourceFields sourceFields,
    @Nullable CsvSource csvSource,
    Formats formats,
    @Nullable TargetSchema sourceSchema,
    List<Example> examples,
    Set<String> needExamples)
    implements Candidate {

  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  /** A condition under which the whole document is refused, and why. */
  record Reject(SourcePath from, Condition when, String because) {}

  @Override
  public String name() {
    return bundle.name();
  }

  @Override
  public List<ExampleResult> tryExamples() {
    return new MappingCheck(this).results();
  }

  @Override
  public List<String> notShown() {
    return new MappingCheck(this).notShown();
  }

  @Override
  public Optional<CsvSource> csv() {
    return Optional.ofNullable(csvSource);
  }

  @Override
  public boolean readsBytes() {
    return formats.source() != null;
  }

  @Override
  public JsonNode read(byte[] content) {
    return formats.read(name(), content);
  }

  @Override
  public Optional<String> mediaType() {
    return Optional.ofNullable(formats.target()).map(TargetFormat::mediaType);
  }

  @Override
  public byte[] write(JsonNode document) {
    return formats.write(name(), document);
  }

  @Override
  public JsonNode translate(JsonNode source) {
    Run run = new Run(null);
    JsonNode document = translate(source, run);
    if (!run.errors().isEmpty()) {
      throw new MappingException(name(), run.errors());
    }
    return document;
  }

  @Override
  public MappingResult apply(JsonNode source) {
    return new MappingResult(document(source, new Run(null)), name(), version);
  }

  @Override
  public List<MappingError> check(JsonNode source) {
    Run run = new Run(null);
    translate(source, run);
    return run.errors();
  }

  @Override
  public List<String> unmapped(JsonNode source) {
    return sourceFields.unmapped(source);
  }

  JsonNode document(JsonNode source, Run run) {
    if (sourceSchema != null) {
      sourceSchema.check(source).forEach(error -> run.fail(error.ofSource()));
    }
    JsonNode document = run.errors().isEmpty() ? translate(source, run) : NOTHING;
    if (run.errors().isEmpty()) {
      schema.check(document).forEach(run::fail);
    }
    if (!run.errors().isEmpty()) {
      throw new MappingException(name(), run.errors());
    }
    return document;
  }

  /** A refused document is not translated: one clear reason is worth more than its consequences. */
  private JsonNode translate(JsonNode source, Run run) {
    Scope scope = Scope.of(source, run);
    for (Reject reject : rejects) {
      if (reject.when().test(scope)) {
        run.touch("rejects: " + reject.because());
        run.fail(scope, "", reject.from(), reject.from().read(scope), reject.because());
        return JsonNodeFactory.instance.objectNode();
      }
    }
    JsonNode document = root.value(scope);
    return document == null ? JsonNodeFactory.instance.objectNode() : document;
  }
}
