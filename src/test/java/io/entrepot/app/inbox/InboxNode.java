package io.entrepot.app.inbox;

import io.entrepot.app.message.StoreNode;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
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

/** A node with inbox, store and one partner, {@link Harbour}; nothing else of the hub. */
final class InboxNode implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private InboxNode(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static InboxNode start(RouteBuilder routes, Harbour harbour) {
    return start(routes, harbour, Map.of());
  }

  static InboxNode start(RouteBuilder routes, Harbour harbour, Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>();
    all.put("entrepot.keys.file", "");
    all.put("entrepot.profile", "development");
    all.put("entrepot.inbox.body-bytes-max", "100000");
    all.put("entrepot.inbox.lease-millis", "30000");
    all.put("entrepot.inbox.poll-millis", "20");
    all.putAll(properties);
    ConfigurableApplicationContext context =
        StoreNode.start(
            WebApplicationType.SERVLET,
            all,
            beans -> {
              beans.registerBean(RouteBuilder.class, () -> routes);
              beans.registerBean(Harbour.class, () -> harbour);
            },
            Parts.class);
    return new InboxNode(context);
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

  @ComponentScan("io.entrepot.app.problem")
  @ComponentScan("io.entrepot.app.inbox")
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
