package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes JSON of a YAML file's nodes, and says in which line something may not be. */
final class YamlTree {
  private static final int NODES_MAX = 300_000;
  private static final int NUMBER_CHARS_MAX = 40;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String file;
  private final Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  YamlTree(String file) {
    this.file = file;
  }

  ObjectNode object(MappingNode node) {
    count(node);
    requireTag(node, Tag.MAP);
    enter(node);
    YamlMap object = new YamlMap(line(node));
    for (NodeTuple entry : node.getValue()) {
      String key = key(entry.getKeyNode());
      if (object.has(key)) {
        throw error(
            entry.getKeyNode(),
            "the key '%s' stands twice, first in line %d".formatted(key, object.line(key)));
      }
      object.stands(key, line(entry.getKeyNode()));
      object.set(key, value(entry.getValueNode()));
    }
    around.remove(node);
    return object;
  }

  private String key(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw error(node, "a key must be one word, not a list or map");
    }
    if (scalar.isPlain() && scalar.getValue().equals("<<")) {
      throw error(node, "'<<' merges keys unseen; write them out");
    }
    requirePlainTag(node);
    return scalar.getValue();
  }

  private JsonNode value(Node node) {
    if (node instanceof MappingNode map) {
      return object(map);
    }
    if (node instanceof SequenceNode list) {
      count(node);
      requireTag(node, Tag.SEQ);
      enter(node);
      ArrayNode array = NODES.arrayNode();
      list.getValue().forEach(item -> array.add(value(item)));
      around.remove(node);
      return array;
    }
    return scalar((ScalarNode) node);
  }

  /** An alias leads to the same node again: one that leads to what it stands in has no end. */
  private void enter(Node node) {
    if (!around.add(node)) {
      throw error(node, "the anchor here contains itself");
    }
    if (around.size() > StrictYaml.DEPTH_MAX) {
      throw error(node, "nests deeper than " + StrictYaml.DEPTH_MAX + " levels");
    }
  }

  /** An empty list counts too: anchors make millions of them out of a few lines. */
  private void count(Node node) {
    if (++nodes > NODES_MAX) {
      throw error(node, "has more than " + NODES_MAX + " values, anchors written out");
    }
  }

  private JsonNode scalar(ScalarNode node) {
    count(node);
    requirePlainTag(node);
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return NODES.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return NODES.booleanNode(text.equals("true"));
    }
    return tag.equals(Tag.STR) ? NODES.textNode(text) : number(node, text, tag);
  }

  private JsonNode number(ScalarNode node, String text, Tag tag) {
    if (text.length() > NUMBER_CHARS_MAX) {
      throw error(node, "the number " + text.substring(0, NUMBER_CHARS_MAX) + "… is too long");
    }
    try {
      if (tag.equals(Tag.FLOAT)) {
        return DecimalNode.valueOf(new BigDecimal(text));
      }
      BigInteger whole = new BigInteger(text);
      boolean fits = whole.bitLength() < Long.SIZE;
      return fits ? NODES.numberNode(whole.longValueExact()) : NODES.numberNode(whole);
    } catch (NumberFormatException e) {
      throw error(node, "'" + text + "' is no number");
    }
  }

  private void requirePlainTag(Node node) {
    Tag tag = node.getTag();
    if (!tag.equals(Tag.STR)
        && !tag.equals(Tag.NULL)
        && !tag.equals(Tag.BOOL)
        && !tag.equals(Tag.INT)
        && !tag.equals(Tag.FLOAT)) {
      throw tagged(node);
    }
  }

  private void requireTag(Node node, Tag plain) {
    if (!node.getTag().equals(plain)) {
      throw tagged(node);
    }
  }

  private MappingFileException tagged(Node node) {
    return error(node, "the tag " + node.getTag() + " is not allowed; write the plain value");
  }

  private MappingFileException error(Node node, String problem) {
    return new MappingFileException(file, "line " + line(node), problem);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
