package io.entrepot.app.node;

import io.entrepot.core.order.ChargeLimits;
import io.entrepot.core.order.OrderTerms;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the shop grants and asks for, from the settings. */
@Configuration(proxyBeanMethods = false)
class OrderTermsConfiguration {
  private static final int PAY_MINUTES_MAX = 24 * 60;
  private static final int LINES_MAX = 10_000;

  @Bean
  OrderTerms orderTerms(NodeSettings settings) {
    return new OrderTerms(
        new ChargeLimits(Map.of("KRW", range(settings, "krw"), "JPY", range(settings, "jpy"))),
        Duration.ofMinutes(settings.number("order.pay-minutes", 1, PAY_MINUTES_MAX)),
        settings.number("order.lines-max", 1, LINES_MAX),
        OrderTerms.PLACING);
  }

  private static ChargeLimits.Range range(NodeSettings settings, String currency) {
    String key = "charge." + currency;
    int least = settings.number(key + "-min", 1, Integer.MAX_VALUE);
    return new ChargeLimits.Range(least, settings.number(key + "-max", least, Integer.MAX_VALUE));
  }
}
