package io.entrepot.core.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: the SKUs. */
public interface Catalog {
  Optional<Sku> findByCode(String code);

  /** By code; an unknown code has no entry. */
  Map<String, Sku> findByCodes(Collection<String> codes);

  /** By id; an unknown id has no entry. */
  Map<Long, Sku> findByIds(Collection<Long> skuIds);

  long count();

  /** Adds or changes, in the caller's transaction; ids by code. */
  Map<String, Long> register(List<RegisterProduct> products);
}
