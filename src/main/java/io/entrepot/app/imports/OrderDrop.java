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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.integration.dsl.context.IntegrationFlowContext;
import org.springframework.integration.file.remote.RemoteFileTemplate;
import org.springframework.integration.file.remote.session.SessionFactory;
import org.springframework.integration.sftp.dsl.Sftp;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;
import org.springframework.stereotype.Component;

/**
 * Watches the folders where a partner drops order files: {@code orders/<partner>/} in the shop's
 * SFTP home, one for each CSV mapping {@code <partner>/order.inbound}. One node looks at a time.
 */
@Component
final class OrderDrop implements SmartLifecycle {
  private static final String MAPPING = "/order.inbound";
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** One look into one folder. */
  private record Look(
      DropFolders folders,
      String folder,
      CompleteFiles complete,
      RemoteFileTemplate<DirEntry> remote) {
    void tellOfStrays() {
      complete.strays().forEach(stray -> DropFolders.tell(stray, folder, remote));
      folders.tellOfWrongFolder(remote);
    }
  }

  private final Mappings mappings;
  private final Imports imports;
  private final ImportLock lock;
  private final DropSessions sessions;
  private final DropServer server;
  private final IntegrationFlowContext flows;
  private final Path workFolder;
  private final Clock clock;
  private final List<String> registered = new ArrayList<>();

  OrderDrop(
      Mappings mappings,
      Imports imports,
      ImportLock lock,
      DropSessions sessions,
      DropServer server,
      IntegrationFlowContext flows,
      NodeSettings settings,
      Clock clock) {
    this.mappings = mappings;
    this.imports = imports;
    this.lock = lock;
    this.sessions = sessions;
    this.server = server;
    this.flows = flows;
    this.workFolder = settings.data().resolve("imports").resolve("sftp");
    this.clock = clock;
  }

  @Override
  public void start() {
    Map<String, String> partners = new TreeMap<>();
    for (Mapping mapping : mappings.all()) {
      if (mapping.csv().isPresent() && mapping.name().endsWith(MAPPING)) {
        partners.put(mapping.name().substring(0, mapping.name().indexOf('/')), mapping.name());
      }
    }
    DropFolders folders = new DropFolders(partners.keySet(), server.quiet(), clock);
    partners.forEach(
        (partner, mapping) ->
            registered.add(
                flows
                    .registration(flow(folders, partner, mapping))
                    .id("order-drop." + partner)
                    .register()
                    .getId()));
  }

  private IntegrationFlow flow(DropFolders folders, String partner, String mapping) {
    String folder = DropFolders.of(partner);
    SessionFactory<DirEntry> factory = sessions.factory();
    RemoteFileTemplate<DirEntry> remote = new RemoteFileTemplate<>(factory);
    CompleteFiles complete = new CompleteFiles(server.quiet(), clock);
    DroppedFile dropped =
        new DroppedFile(imports, mappings, remote, complete, folder, mapping, clock);
    return IntegrationFlow.from(
            Sftp.inboundAdapter(factory)
                .remoteDirectory(folder)
                .filter(complete)
                .maxFetchSize(1)
                .localDirectory(emptied(workFolder.resolve(partner)).toFile())
                .localFilter(files -> List.of(files)),
            adapter ->
                adapter.poller(
                    Pollers.fixedDelay(LOOK)
                        .maxMessagesPerPoll(1)
                        .advice(alone(new Look(folders, folder, complete, remote)))))
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

  private MethodInterceptor alone(Look look) {
    return invocation -> {
      if (!server.mayBeAsked()) {
        return null;
      }
      try (ImportLock.Held held = lock.take("sftp " + look.folder())) {
        return held == null ? null : looked(invocation, look);
      }
    };
  }

  private @Nullable Object looked(MethodInvocation invocation, Look look) throws Throwable {
    try {
      DropFolders.make(look.folder(), look.remote());
      Object polled = invocation.proceed();
      look.tellOfStrays();
      server.answered(look.folder());
      return polled;
    } catch (MessagingException e) {
      if (!DropServer.isToBlame(e)) {
        throw e;
      }
      server.failed(look.folder(), e);
      return null;
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
