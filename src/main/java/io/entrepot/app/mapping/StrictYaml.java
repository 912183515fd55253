package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML without its traps: a key stands once, aliases are few, and only {@code true}, {@code false},
 * {@code null} and plain decimal numbers are anything but text ({@code NO}, {@code 012} and {@code
 * 2010-12-01} stay what was written).
 */
final class StrictYaml {
  private static final int BYTES_MAX = 4 << 20;
  private static final int ALIASES_MAX = 20;
  private static final int DEPTH_MAX = 40;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private StrictYaml() {}

  static ObjectNode read(String file, byte[] bytes) {
    try {
      Object tree = yaml().load(new String(bytes, StandardCharsets.UTF_8));
      if (tree instanceof Map<?, ?> map) {
        return object(file, map, 0);
      }
    } catch (YAMLException e) {
      throw new MappingFileException(file, String.valueOf(e.getMessage()), e);
    }
    throw new MappingFileException(file, "", "is not a YAML map; start it with 'mapping: <name>'");
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setMaxAliasesForCollections(ALIASES_MAX);
    options.setNestingDepthLimit(DEPTH_MAX);
    options.setCodePointLimit(BYTES_MAX);
    DumperOptions dumper = new DumperOptions();
    return new Yaml(
        new ExactNumbers(options), new Representer(dumper), dumper, options, new PlainScalars());
  }

  private static JsonNode node(String file, @Nullable Object value, int depth) {
    if (depth > DEPTH_MAX) {
      throw new MappingFileException(file, "", "nests deeper than " + DEPTH_MAX + " levels");
    }
    if (value instanceof Map<?, ?> map) {
      return object(file, map, depth);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(item -> array.add(node(file, item, depth + 1)));
      return array;
    }
    return scalar(value);
  }

  private static ObjectNode object(String file, Map<?, ?> map, int depth) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey());
      if (object.has(key)) {
        throw new MappingFileException(file, "", "the key '" + key + "' stands twice");
      }
      object.set(key, node(file, entry.getValue(), depth + 1));
    }
    return object;
  }

  private static JsonNode scalar(@Nullable Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof Boolean bool) {
      return NODES.booleanNode(bool);
    }
    if (value instanceof BigDecimal decimal) {
      return NODES.numberNode(decimal);
    }
    if (value instanceof BigInteger big) {
      return NODES.numberNode(big);
    }
    if (value instanceof Number number) {
      return NODES.numberNode(number.longValue());
    }
    return NODES.textNode(value.toString());
  }

  private static final class PlainScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(?:0|[1-9][0-9]*)"), "-0123456789");
      addImplicitResolver(
          Tag.FLOAT, Pattern.compile("-?(?:0|[1-9][0-9]*)\\.[0-9]+"), "-0123456789");
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
    }
  }

  private static final class ExactNumbers extends SafeConstructor {
    ExactNumbers(LoaderOptions options) {
      super(options);
      yamlConstructors.put(
          Tag.FLOAT,
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return new BigDecimal(constructScalar((ScalarNode) node));
            }
          });
    }
  }
}
