package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.app.mapping.format.Encoding;
import io.entrepot.app.mapping.format.FormatException;
import java.io.StringReader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML without its traps: a key stands once, aliases are few, nothing is merged or tagged, and only
 * {@code true}, {@code false}, {@code null} and plain decimal numbers are anything but text ({@code
 * NO}, {@code 012} and {@code 2010-12-01} stay what was written).
 */
final class StrictYaml {
  private static final int BYTES_MAX = 8 << 20;
  private static final int ALIASES_MAX = 20;
  static final int DEPTH_MAX = 40;

  private StrictYaml() {}

  static ObjectNode read(String file, byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      throw new MappingFileException(file, "", "is larger than " + (BYTES_MAX >> 20) + " MB");
    }
    try {
      Node root = yaml().compose(new StringReader(Encoding.UTF_8.decode(bytes)));
      if (root instanceof MappingNode map) {
        return new YamlTree(file).object(map);
      }
    } catch (FormatException e) {
      throw new MappingFileException(file, "", e.getMessage() + "; save it as UTF-8");
    } catch (MarkedYAMLException e) {
      throw new MappingFileException(file, line(e), problem(e));
    } catch (YAMLException e) {
      throw new MappingFileException(file, "", "is no YAML: " + oneLine(e.getMessage()));
    }
    throw new MappingFileException(file, "", "is not a YAML map; start it with 'mapping: <name>'");
  }

  private static String line(MarkedYAMLException e) {
    return e.getProblemMark() == null ? "" : "line " + (e.getProblemMark().getLine() + 1);
  }

  private static String problem(MarkedYAMLException e) {
    String context = e.getContext() == null ? "" : oneLine(e.getContext()) + ", ";
    return "is no YAML: " + context + oneLine(e.getProblem());
  }

  private static String oneLine(@Nullable String text) {
    return String.valueOf(text).strip().replaceAll("\\s+", " ");
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(ALIASES_MAX);
    options.setNestingDepthLimit(DEPTH_MAX);
    options.setCodePointLimit(BYTES_MAX);
    DumperOptions dumper = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(dumper), dumper, options, new PlainScalars());
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
}
