package io.entrepot.app.mapping.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large the values of one evaluation are if written out. A list that holds another twice is
 * small in memory and doubles on paper: after thirty such steps a single comparison never ends.
 */
final class Weights {
  private static final int SIZE_MAX = 1_000_000;
  private static final int NESTING_MAX = 50;
  private static final int SCALAR = 8;

  private record Weight(int members, int size, int nesting) {}

  private final IdentityHashMap<Object, Weight> known = new IdentityHashMap<>();

  /** Cuts off what has grown too large. */
  void check(@Nullable Object value) {
    Weight weight = of(value);
    if (weight.size() > SIZE_MAX) {
      throw new CutOff("makes more than " + SIZE_MAX + " characters");
    }
    if (weight.nesting() > NESTING_MAX) {
      throw new CutOff("nests its result deeper than " + NESTING_MAX + " levels");
    }
  }

  private Weight of(@Nullable Object value) {
    if (value instanceof String text) {
      return new Weight(0, text.length() + SCALAR, 0);
    }
    if (value instanceof SourceView view) {
      return known(view.node(), view.node().size());
    }
    if (value instanceof JsonNode node) {
      return node.isContainerNode()
          ? known(node, node.size())
          : new Weight(0, node.asText().length() + SCALAR, 0);
    }
    if (value instanceof Map<?, ?> map) {
      return known(map, map.size());
    }
    if (value instanceof Collection<?> list) {
      return known(list, list.size());
    }
    return new Weight(0, SCALAR, 0);
  }

  private Weight known(Object value, int members) {
    Weight weight = known.get(value);
    if (weight == null || weight.members() != members) {
      weight = weigh(value, members);
      known.put(value, weight);
    }
    return weight;
  }

  private Weight weigh(Object value, int members) {
    long size = (long) members * SCALAR;
    int nesting = 0;
    if (size <= SIZE_MAX) {
      Iterable<?> all = value instanceof Map<?, ?> map ? map.values() : (Iterable<?>) value;
      for (Object member : all) {
        Weight weight = of(member);
        size += weight.size();
        nesting = Math.max(nesting, weight.nesting());
        if (size > SIZE_MAX) {
          break;
        }
      }
    }
    return new Weight(members, (int) Math.min(size, Integer.MAX_VALUE), nesting + 1);
  }
}
