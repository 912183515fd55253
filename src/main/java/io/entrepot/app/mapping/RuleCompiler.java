package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles {@code fields:} to rules, and refuses a field that the target's schema has not. */
final class RuleCompiler {
  private static final Pattern HOLE = Pattern.compile("\\{([$^][^}]*)\\}");

  private final Compiling compiling;
  private final Conditions conditions;

  RuleCompiler(Compiling compiling) {
    this.compiling = compiling;
    this.conditions = new Conditions(compiling);
  }

  Rule object(Spec fields, Place place) {
    List<ObjectRule.Field> rules = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : FieldTree.of(fields).properties()) {
      Place at = place.field(field.getKey());
      requireKnown(fields, place, field.getKey(), at);
      rules.add(
          new ObjectRule.Field(field.getKey(), rule(fields, field.getKey(), field.getValue(), at)));
    }
    return new ObjectRule(List.copyOf(rules));
  }

  private void requireKnown(Spec fields, Place place, String name, Place at) {
    if (compiling.schema().field(at.target()) == null) {
      List<String> known = compiling.schema().names(place.target());
      throw fields.error(
          name, "the target has no field '" + at.target() + "'; known there: " + known);
    }
    if (name.isEmpty()) {
      throw fields.error("a field has no name");
    }
  }

  private Rule rule(Spec fields, String name, JsonNode node, Place place) {
    String file = fields.file();
    String at = "field " + place.target();
    if (node.isTextual()) {
      Spec shorthand =
          new Spec(file, at, new YamlMap(fields.line(name)).put("from", node.asText()));
      if (!SourcePath.looksLikeOne(node.asText())) {
        throw shorthand.error(
            "'" + node.asText() + "' is no path; a fixed value is written const:");
      }
      return value(shorthand, place);
    }
    Spec spec = Spec.of(file, at, node);
    JsonNode when = spec.has("each") ? null : spec.find("when");
    Rule rule = bare(spec, place);
    return when == null ? rule : only(spec, when, place, rule);
  }

  private Rule bare(Spec spec, Place place) {
    Rule rule;
    if (spec.has("const")) {
      compiling.needsExample(place.target());
      rule = new ConstRule(place.target(), spec.require("const"));
    } else if (spec.has("each")) {
      rule = each(spec, place);
    } else if (spec.has("fields")) {
      rule = object(Spec.of(spec.file(), spec.place(), spec.require("fields")), place);
    } else if (spec.has("choose")) {
      rule = choose(spec, place);
    } else if (spec.has("format")) {
      rule = format(spec, place);
    } else {
      return value(spec, place);
    }
    spec.done();
    return rule;
  }

  private Rule only(Spec spec, JsonNode when, Place place, Rule rule) {
    Condition condition =
        conditions.compile(Spec.of(spec.file(), spec.place() + ".when", when), place);
    return scope -> condition.test(scope) ? rule.value(scope) : null;
  }

  private Rule each(Spec spec, Place place) {
    SourcePath list = spec.path("each", stripped(spec.requireText("each")));
    Place item = place.item(Compiling.pattern(list, place, spec));
    if (compiling.schema().field(item.target()) == null) {
      throw spec.error("the target's '" + place.target() + "' is no list");
    }
    Spec when = spec.map("when");
    Condition condition = when == null ? Condition.ALWAYS : conditions.compile(when, item);
    Spec fields = spec.map("fields");
    Merge merge = merge(spec);
    Rule rule = fields == null ? value(spec, item) : object(fields, item);
    return new EachRule(place.target(), list, condition, rule, merge);
  }

  /** {@code $.lines[*]} and {@code $.lines} are one and the same here. */
  private static String stripped(String list) {
    return list.endsWith("[*]") ? list.substring(0, list.length() - 3) : list;
  }

  private static @Nullable Merge merge(Spec spec) {
    Spec merge = spec.map("merge");
    if (merge == null) {
      return null;
    }
    List<String> by = new ArrayList<>();
    merge.require("by").forEach(field -> by.add(field.asText()));
    String sum = merge.requireText("sum");
    merge.done();
    return new Merge(List.copyOf(by), sum);
  }

  private Rule choose(Spec spec, Place place) {
    List<ChooseRule.Branch> branches = new ArrayList<>();
    for (JsonNode node : spec.require("choose")) {
      String at = spec.place() + ".choose[" + branches.size() + "]";
      Spec branch = Spec.of(spec.file(), at, node);
      Spec when = branch.map("when");
      Condition condition = when == null ? Condition.ALWAYS : conditions.compile(when, place);
      String point = place.target() + " choice " + (branches.size() + 1);
      compiling.needsExample(point);
      branches.add(new ChooseRule.Branch(point, condition, bare(branch, place)));
    }
    return new ChooseRule(List.copyOf(branches));
  }

  private Rule format(Spec spec, Place place) {
    String format = spec.requireText("format");
    List<String> texts = new ArrayList<>();
    List<SourcePath> paths = new ArrayList<>();
    Matcher hole = HOLE.matcher(format);
    int at = 0;
    while (hole.find()) {
      texts.add(format.substring(at, hole.start()));
      SourcePath path = spec.path("format", hole.group(1));
      compiling.uses(path, place, spec);
      paths.add(path);
      at = hole.end();
    }
    texts.add(format.substring(at));
    compiling.needsExample(place.target());
    return new FormatRule(place.target(), List.copyOf(texts), List.copyOf(paths));
  }

  private ValueSource source(Spec spec, Place place) {
    String expression = spec.text("expr");
    if (expression == null) {
      SourcePath from = spec.path("from", spec.requireText("from"));
      compiling.uses(from, place, spec);
      return from;
    }
    if (spec.has("from")) {
      throw spec.error("has 'from:' and 'expr:'; a value comes from one of them");
    }
    ExpressionSource source = ExpressionSource.of(spec, expression);
    compiling.uses(source.expression(), place);
    return source;
  }

  private Rule value(Spec spec, Place place) {
    ValueSource from = source(spec, place);
    compiling.needsExample(place.target());
    @Nullable JsonNode fallback = spec.find("default");
    if (fallback != null) {
      compiling.needsExample(place.target() + " default");
    }
    ValueRule rule =
        new ValueRule(
            place.target(),
            from,
            Functions.of(spec, place, compiling),
            fallback,
            spec.flag("required"),
            spec.pattern("matches"),
            spec.text("because"));
    spec.done();
    return rule;
  }
}
