package io.entrepot.app.workbench;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where the examples of a mapping file stand, in lines from 1. */
record ExampleLines(int ofAll, List<Integer> ofEach) {
  private static final String KEY = "examples";

  /** Of a file that was read already: what is wrong with it has been said. */
  static ExampleLines of(byte[] file) {
    Node root =
        new Yaml(new LoaderOptions())
            .compose(new StringReader(new String(file, StandardCharsets.UTF_8)));
    if (root instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(KEY)) {
          return new ExampleLines(line(key), lines(entry.getValueNode()));
        }
      }
    }
    return new ExampleLines(1, List.of());
  }

  private static List<Integer> lines(Node examples) {
    List<Integer> lines = new ArrayList<>();
    if (examples instanceof SequenceNode list) {
      list.getValue().forEach(example -> lines.add(line(example)));
    }
    return List.copyOf(lines);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  int of(int index) {
    return index < ofEach.size() ? ofEach.get(index) : ofAll;
  }
}
