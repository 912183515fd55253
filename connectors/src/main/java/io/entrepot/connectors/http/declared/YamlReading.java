package io.entrepot.connectors.http.declared;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Turns YAML into places, without YAML's traps: no aliases, no tags, no key twice. */
final class YamlReading {
  private static final int CHARACTERS_MAX = 1 << 20;
  private static final int DEPTH_MAX = 30;

  private final String file;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlReading(String file) {
    this.file = file;
  }

  static YamlPlace read(String file, String text) {
    YamlPlace top = new YamlReading(file).place(node(file, text), 1);
    if (!top.isMap()) {
      throw top.error("this is no YAML map");
    }
    return top;
  }

  private static Node node(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEPTH_MAX);
    options.setCodePointLimit(CHARACTERS_MAX);
    try {
      Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (node != null) {
        return node;
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw refused(file, line, "this is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw refused(file, 1, "this is no YAML: " + e.getMessage());
    }
    throw refused(file, 1, "the file is empty");
  }

  private YamlPlace place(Node node, int line) {
    if (!seen.add(node)) {
      throw refused(file, line, "aliases (*name) are not used here: write it out");
    }
    if (node instanceof MappingNode map) {
      return new YamlPlace(file, line, entries(map), false);
    }
    if (node instanceof SequenceNode list) {
      return new YamlPlace(file, line, items(list), false);
    }
    ScalarNode scalar = (ScalarNode) node;
    boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
    return new YamlPlace(file, line, scalar.getValue(), quoted);
  }

  private Map<String, YamlPlace> entries(MappingNode map) {
    Map<String, YamlPlace> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      int line = line(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw refused(file, line, "a key is a single word");
      }
      YamlPlace twin = entries.put(key.getValue(), place(tuple.getValueNode(), line));
      if (twin != null) {
        throw refused(
            file, line, "'" + key.getValue() + ":' stands in line " + twin.line() + " already");
      }
    }
    return Collections.unmodifiableMap(entries);
  }

  private List<YamlPlace> items(SequenceNode list) {
    List<YamlPlace> items = new ArrayList<>();
    list.getValue().forEach(node -> items.add(place(node, line(node))));
    return List.copyOf(items);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static DeclarationException refused(String file, int line, String problem) {
    return new DeclarationException(List.of(new DeclarationFinding(file, line, problem)));
  }
}
