package io.entrepot.app;

import io.entrepot.app.embedded.Trees;
import io.entrepot.app.node.Node;
import io.entrepot.app.node.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/**
 * The whole hub with its embedded parts on free ports and a temporary data directory; one for all
 * tests of a JVM, so tests use orders, SKUs and partners of their own.
 */
public final class TestHub {
  /** Of the account {@code admin}. */
  public static final String ADMIN_PASSWORD = "test-hub-admin";

  private final Node node;
  private final Path data;

  private TestHub(Node node, Path data) {
    this.node = node;
    this.data = data;
  }

  /** Started at the first call. */
  public static TestHub shared() {
    return Holder.HUB;
  }

  public <T> T bean(Class<T> type) {
    return node.context().getBean(type);
  }

  public ApplicationContext context() {
    return node.context();
  }

  /** Where the web server listens, without a path. */
  public URI url() {
    return node.url();
  }

  public Path data() {
    return data;
  }

  private static TestHub start() {
    try {
      Path data = Files.createTempDirectory("test-hub");
      Node node =
          Node.start(
              SettingsReader.read(
                  Map.of(),
                  Map.of(
                      "data", data.toString(),
                      "admin.password", ADMIN_PASSWORD,
                      "port", "0",
                      "sftp.port", "0",
                      "sandbox.port", "0")));
      TestHub hub = new TestHub(node, data);
      Runtime.getRuntime().addShutdownHook(new Thread(hub::stop, "test-hub-stop"));
      return hub;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop() {
    node.close();
    try {
      Trees.delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final TestHub HUB = start();
  }
}
