package io.entrepot.app.inbox;

import io.entrepot.app.failure.RetryPolicy;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
  @Bean
  InboxSettings inboxSettings(
      @Value("${entrepot.inbox.body-bytes-max}") int bodyBytesMax,
      @Value("${entrepot.inbox.lease-millis}") long leaseMillis,
      @Value("${entrepot.inbox.poll-millis}") long pollMillis) {
    return new InboxSettings(
        bodyBytesMax,
        Duration.ofMillis(leaseMillis),
        Duration.ofMillis(pollMillis),
        RetryPolicy.DEFAULT);
  }
}
