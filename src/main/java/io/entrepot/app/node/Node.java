package io.entrepot.app.node;

import io.entrepot.app.EntrepotApplication;
import io.entrepot.app.cluster.Member;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One node that runs in this process: its parts and the Spring application on top of them. */
public final class Node implements AutoCloseable {
  private final NodeSettings settings;
  private final Parts parts;
  private final ConfigurableApplicationContext context;

  private Node(NodeSettings settings, Parts parts, ConfigurableApplicationContext context) {
    this.settings = settings;
    this.parts = parts;
    this.context = context;
  }

  /**
   * Returns when the node answers.
   *
   * @throws io.entrepot.app.embedded.StartRefused with the reason in one line
   */
  public static Node start(NodeSettings settings) {
    Parts parts = Parts.start(settings);
    try {
      return new Node(settings, parts, application(settings, parts).run());
    } catch (RuntimeException e) {
      parts.close();
      throw Refusals.of(e);
    }
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /** Where the web server listens. */
  public URI url() {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://" + settings.require("bind") + ":" + port);
  }

  @Override
  public void close() {
    context.close();
    parts.close();
  }

  private static SpringApplication application(NodeSettings settings, Parts parts) {
    SpringApplication application = new SpringApplication(EntrepotApplication.class);
    application.setRegisterShutdownHook(false);
    application.addInitializers(
        context -> {
          context.getEnvironment().getPropertySources().addFirst(properties(settings));
          context.getEnvironment().getPropertySources().addFirst(new PartAddresses(parts));
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(NodeSettings.class, () -> settings);
          // The node closes its parts itself, after the last bean that uses them.
          beans.registerBean(Parts.class, () -> parts, bean -> bean.setDestroyMethodName(""));
          beans.registerBean(Member.class, parts::member, bean -> bean.setDestroyMethodName(""));
          beans.registerBean(SftpAccounts.class, parts::sftp);
        });
    return application;
  }

  private static MapPropertySource properties(NodeSettings settings) {
    Map<String, Object> properties = new HashMap<>();
    settings.values().forEach((key, value) -> properties.put("entrepot." + key, value));
    properties.put("server.port", settings.port("port"));
    properties.put("server.address", settings.require("bind"));
    return new MapPropertySource("node", properties);
  }
}
