package io.entrepot.app.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mappings in force on this node. One can be replaced at any moment: a message is mapped by the
 * version it found, whole, and the next one by the new.
 */
public final class MappingsInForce implements Mappings {
  private volatile Map<String, Candidate> byName;

  MappingsInForce(Map<String, ? extends Candidate> byName) {
    this.byName = Map.copyOf(byName);
  }

  @Override
  public Candidate find(String name) {
    Map<String, Candidate> all = byName;
    Candidate mapping = all.get(name);
    if (mapping == null) {
      throw new UnknownMappingException(name, new TreeMap<>(all).keySet());
    }
    return mapping;
  }

  @Override
  public Collection<Mapping> all() {
    return List.copyOf(new TreeMap<>(byName).values());
  }

  /** From now on this one; also where there was none of its name. */
  public synchronized void put(Candidate mapping) {
    Map<String, Candidate> next = new TreeMap<>(byName);
    next.put(mapping.name(), mapping);
    byName = Map.copyOf(next);
  }
}
