package io.entrepot.core.catalog.jdbc;

import static java.util.stream.Collectors.toMap;

import io.entrepot.core.catalog.Catalog;
import io.entrepot.core.catalog.RegisterProduct;
import io.entrepot.core.catalog.Sku;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCatalog implements Catalog {
  private static final String SELECT =
      "SELECT sku_id, code, name, price_minor, price_currency FROM catalog.sku ";

  private static final String REGISTER =
      """
      INSERT INTO catalog.sku (code, name, price_minor, price_currency)
      SELECT code, name, minor, currency
        FROM unnest(:codes::text[], :names::text[], :minors::bigint[], :currencies::text[])
             AS new (code, name, minor, currency)
      ON CONFLICT (code) DO UPDATE
         SET name = excluded.name, price_minor = excluded.price_minor,
             price_currency = excluded.price_currency, updated_at = now()
      RETURNING sku_id, code
      """;

  private final JdbcClient jdbc;

  JdbcCatalog(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<Sku> findByCode(String code) {
    return Optional.ofNullable(findByCodes(List.of(code)).get(code));
  }

  @Override
  public Map<String, Sku> findByCodes(Collection<String> codes) {
    return jdbc
        .sql(SELECT + "WHERE code = ANY(:codes)")
        .param("codes", codes.toArray(String[]::new))
        .query(JdbcCatalog::sku)
        .list()
        .stream()
        .collect(toMap(Sku::code, Function.identity()));
  }

  @Override
  public Map<Long, Sku> findByIds(Collection<Long> skuIds) {
    return jdbc
        .sql(SELECT + "WHERE sku_id = ANY(:ids)")
        .param("ids", SqlArrays.longs(skuIds))
        .query(JdbcCatalog::sku)
        .list()
        .stream()
        .collect(toMap(Sku::skuId, Function.identity()));
  }

  @Override
  public long count() {
    return jdbc.sql("SELECT count(*) FROM catalog.sku").query(Long.class).single();
  }

  @Override
  public Map<String, Long> register(List<RegisterProduct> products) {
    // Sorted, so that two callers with the same codes wait for each other instead of deadlocking.
    TreeMap<String, RegisterProduct> byCode = new TreeMap<>();
    products.forEach(product -> byCode.put(product.skuCode(), product));
    List<RegisterProduct> rows = List.copyOf(byCode.values());
    Map<String, Long> ids = new HashMap<>();
    jdbc.sql(REGISTER)
        .param("codes", SqlArrays.texts(rows, RegisterProduct::skuCode))
        .param("names", SqlArrays.texts(rows, RegisterProduct::name))
        .param("minors", SqlArrays.longs(rows, row -> row.price().minor()))
        .param("currencies", SqlArrays.texts(rows, row -> row.price().currency()))
        .query(
            row -> {
              ids.put(row.getString("code"), row.getLong("sku_id"));
            });
    return ids;
  }

  private static Sku sku(ResultSet row, int number) throws SQLException {
    return new Sku(
        row.getLong("sku_id"),
        row.getString("code"),
        row.getString("name"),
        Money.of(row.getLong("price_minor"), row.getString("price_currency")));
  }
}
