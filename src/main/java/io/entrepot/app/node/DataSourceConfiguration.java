package io.entrepot.app.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one pool of the node. */
@Configuration(proxyBeanMethods = false)
class DataSourceConfiguration {
  private static final int POOL_MAX = 200;
  private static final long CONNECT_MILLIS_MAX = 10_000;

  @Bean
  HikariDataSource dataSource(Parts parts, NodeSettings settings) {
    Database database = parts.database();
    HikariConfig config = new HikariConfig();
    config.setPoolName("entrepot");
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(settings.number("database.pool", 4, POOL_MAX));
    config.setMinimumIdle(2);
    config.setConnectionTimeout(CONNECT_MILLIS_MAX);
    config.addDataSourceProperty("ApplicationName", "entrepot");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    HikariDataSource pool = open(config);
    Durability.require(pool);
    return pool;
  }

  private static HikariDataSource open(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw Durability.silent(e);
    }
  }
}
