package io.entrepot.app.ops;

import io.entrepot.app.message.StoreNode;
import io.entrepot.core.inventory.StockLock;
import io.entrepot.core.order.OrderTerms;
import io.entrepot.core.payment.PaymentAttempt;
import io.entrepot.core.payment.PaymentGateway;
import io.entrepot.core.payment.PaymentOutcome;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The operations API over the real core and the real store; without routes and sign-in. */
final class OpsNode implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private OpsNode(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static OpsNode start() {
    return new OpsNode(
        StoreNode.start(
            WebApplicationType.SERVLET,
            Map.of(),
            beans -> {
              beans.registerBean(StockLock.class, Unlocked::new);
              beans.registerBean(OrderTerms.class, () -> OrderTerms.DEFAULT);
              beans.registerBean(PaymentGateway.class, NoProvider::new);
            },
            Parts.class));
  }

  String url() {
    return "http://127.0.0.1:" + ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  private record Unlocked() implements StockLock {
    @Override
    public <T> T withLane(String lane, Supplier<T> work) {
      return work.get();
    }
  }

  private record NoProvider() implements PaymentGateway {
    @Override
    public PaymentOutcome confirm(PaymentAttempt attempt) {
      throw new UnsupportedOperationException("nothing is paid here");
    }

    @Override
    public PaymentOutcome lookup(PaymentAttempt attempt) {
      throw new UnsupportedOperationException("nothing is paid here");
    }
  }

  @ComponentScan({
    "io.entrepot.core",
    "io.entrepot.app.event",
    "io.entrepot.app.problem",
    "io.entrepot.app.inbox",
    "io.entrepot.app.ops"
  })
  @ImportAutoConfiguration({
    CamelAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  static class Parts {}
}
