package io.entrepot.app.event;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EventConfiguration {
  @Bean
  ReaderSettings readerSettings() {
    return ReaderSettings.ofThisNode();
  }
}
