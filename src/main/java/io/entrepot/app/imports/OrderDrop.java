package io.entrepot.app.imports;

import io.entrepot.app.mapping.Mapping;
import io.entrepot.app.mapping.Mappings;
import io.entrepot.app.node.NodeSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.integration.dsl.context.IntegrationFlowContext;
import org.springframework.integration.file.remote.RemoteFileTemplate;
import org.springframework.integration.file.remote.session.Session;
import org.springframework.integration.file.remote.session.SessionFactory;
import org.springframework.integration.sftp.dsl.Sftp;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

/**
 * Watches the folders where a partner drops order files: {@code orders/<partner>/} in the shop's
 * SFTP home, one for each CSV mapping {@code <partner>/order.inbound}. One node looks at a time.
 */
@Component
final class OrderDrop implements SmartLifecycle {
  private static final String ROOT = "orders";
  private static final String MAPPING = "/order.inbound";
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Mappings mappings;
  private final Imports imports;
  private final ImportLock lock;
  private final DropSessions sessions;
  private final IntegrationFlowContext flows;
  private final Path workFolder;
  private final Clock clock;
  private final List<String> registered = new ArrayList<>();

  OrderDrop(
      Mappings mappings,
      Imports imports,
      ImportLock lock,
      DropSessions sessions,
      IntegrationFlowContext flows,
      NodeSettings settings,
      Clock clock) {
    this.mappings = mappings;
    this.imports = imports;
    this.lock = lock;
    this.sessions = sessions;
    this.flows = flows;
    this.workFolder = settings.data().resolve("imports").resolve("sftp");
    this.clock = clock;
  }

  @Override
  public void start() {
    for (Mapping mapping : mappings.all()) {
      if (mapping.csv().isPresent() && mapping.name().endsWith(MAPPING)) {
        String partner = mapping.name().substring(0, mapping.name().indexOf('/'));
        registered.add(
            flows
                .registration(flow(partner, mapping.name()))
                .id("order-drop." + partner)
                .register()
                .getId());
      }
    }
  }

  private IntegrationFlow flow(String partner, String mapping) {
    String folder = ROOT + "/" + partner;
    SessionFactory<DirEntry> factory = sessions.factory();
    RemoteFileTemplate<DirEntry> remote = new RemoteFileTemplate<>(factory);
    DroppedFile dropped = new DroppedFile(imports, remote, folder, mapping, clock);
    return IntegrationFlow.from(
            Sftp.inboundAdapter(factory)
                .remoteDirectory(folder)
                .filter(new CompleteFiles())
                .maxFetchSize(1)
                .localDirectory(emptied(workFolder.resolve(partner)).toFile())
                .localFilter(files -> List.of(files)),
            adapter ->
                adapter.poller(
                    Pollers.fixedDelay(LOOK).maxMessagesPerPoll(1).advice(alone(folder, remote))))
        .handle(Message.class, (message, headers) -> taken(dropped, message))
        .get();
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object taken(DroppedFile dropped, Message<?> message) {
    dropped.take((Message<File>) message);
    return null;
  }

  /** Leftovers of a node that was killed would stand in the way of the same name. */
  private static Path emptied(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + folder, e);
    }
  }

  private MethodInterceptor alone(String folder, RemoteFileTemplate<DirEntry> remote) {
    return invocation -> {
      try (ImportLock.Held held = lock.take("sftp " + folder)) {
        if (held == null) {
          return null;
        }
        makeFolders(folder, remote);
        return invocation.proceed();
      }
    };
  }

  private static void makeFolders(String folder, RemoteFileTemplate<DirEntry> remote) {
    List<String> wanted =
        List.of(ROOT, folder, folder + "/" + DroppedFile.ARCHIVE, folder + "/" + DroppedFile.ERROR);
    remote.<Void>execute(
        session -> {
          for (String path : wanted) {
            make(path, session);
          }
          return null;
        });
  }

  /** The root is everybody's: another folder's look may make it at the same moment. */
  private static void make(String path, Session<DirEntry> session) throws IOException {
    if (session.exists(path)) {
      return;
    }
    try {
      session.mkdir(path);
    } catch (IOException e) {
      if (!session.exists(path)) {
        throw e;
      }
    }
  }

  @Override
  public void stop() {
    registered.forEach(flows::remove);
    registered.clear();
  }

  @Override
  public boolean isRunning() {
    return !registered.isEmpty();
  }
}
