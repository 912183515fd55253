package io.entrepot.app.node;

import io.entrepot.app.EntrepotApplication;
import io.entrepot.app.cluster.Member;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One node that runs in this process: its parts and the Spring application on top of them. */
public final class Node implements AutoCloseable {
  private final NodeSettings settings;
  private final Parts parts;
  private final ConfigurableApplicationContext context;
  private final @Nullable NodeDirectory owned;

  private Node(
      NodeSettings settings,
      Parts parts,
      ConfigurableApplicationContext context,
      @Nullable NodeDirectory owned) {
    this.settings = settings;
    this.parts = parts;
    this.context = context;
    this.owned = owned;
  }

  /**
   * Starts the hub that owns the data directory; returns when it answers.
   *
   * @throws io.entrepot.app.embedded.StartRefused with the reason in one line
   */
  public static Node start(NodeSettings given) {
    SettingRules.check(given);
    NodeDirectory directory = NodeDirectory.take(given.data());
    try {
      NodeSettings settings = StartSettings.complete(given);
      NodePorts.requireFree(settings);
      Node node = run(settings, directory);
      directory.publish(node.runFile());
      return node;
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Starts one more node on the parts of {@code hub}, which goes on to own them. */
  public static Node join(RunFile hub, NodeSettings given) {
    return run(StartSettings.joining(hub, given), null);
  }

  private static Node run(NodeSettings settings, @Nullable NodeDirectory owned) {
    QuietLog.untilConfigured();
    Parts parts = Parts.start(settings);
    try {
      return new Node(settings, parts, application(settings, parts, owned != null).run(), owned);
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
    return context.getBean(PublicUrl.class).listening();
  }

  public Path data() {
    return settings.data();
  }

  /** What else listens, by a word for people. */
  public Map<String, String> addresses() {
    return parts.addresses();
  }

  @Override
  public void close() {
    context.close();
    parts.close();
    if (owned != null) {
      owned.close();
    }
  }

  private RunFile runFile() {
    return new RunFile(
        ProcessHandle.current().pid(),
        url(),
        settings.require("ops.key"),
        settings.data(),
        StartSettings.shared(settings, parts));
  }

  private static SpringApplication application(NodeSettings settings, Parts parts, boolean owner) {
    SpringApplication application = new SpringApplication(EntrepotApplication.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(StartSettings.defaults(settings, owner));
    application.addInitializers(
        context -> {
          context.getEnvironment().getPropertySources().addFirst(StartSettings.source(settings));
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
}
