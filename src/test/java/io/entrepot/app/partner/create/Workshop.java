package io.entrepot.app.partner.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A project of its own that has nothing but a new partner; compiles it and runs its test. */
final class Workshop {
  private final Path root;

  Workshop(Path root) {
    this.root = root;
    try {
      for (String folder : List.of("routes", "mappings", "connectors")) {
        Files.createDirectories(root.resolve(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path root() {
    return root;
  }

  List<String> create(String name, boolean declared) throws IOException {
    return new PartnerCreation(root).create(new NewPartner(name), declared);
  }

  /** Replaces a text that must be there. */
  void change(String file, String from, String to) throws IOException {
    Path path = root.resolve(file);
    String text = Files.readString(path);
    assertThat(text).as(file).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  /** How the partner's own test went, on the sources as they are now. */
  TestExecutionSummary tested(String testClass) throws Exception {
    return tested(testClass, DiscoverySelectors::selectClass);
  }

  /** One of its methods. */
  TestExecutionSummary tested(String testClass, String method) throws Exception {
    return tested(testClass, test -> DiscoverySelectors.selectMethod(test, method));
  }

  private TestExecutionSummary tested(
      String testClass, Function<Class<?>, DiscoverySelector> selector) throws Exception {
    Path classes = compiled();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    URL[] urls = {classes.toUri().toURL(), root.toUri().toURL()};
    try (URLClassLoader own = new URLClassLoader(urls, before)) {
      Thread.currentThread().setContextClassLoader(own);
      return run(selector.apply(own.loadClass(testClass)));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static TestExecutionSummary run(DiscoverySelector test) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(LauncherDiscoveryRequestBuilder.request().selectors(test).build(), listener);
    return listener.getSummary();
  }

  private Path compiled() throws IOException {
    Path classes = Files.createTempDirectory(root, "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean good =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources()))
              .call();
      assertThat(good).as(said.toString()).isTrue();
    }
    return classes;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Without the contracts: their suites stand in the other module's tests. */
  private List<Path> sources() throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return new ArrayList<>(
          paths
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.toString().endsWith("ContractsTest.java"))
              .toList());
    }
  }
}
