package io.entrepot.app.workbench;

import io.entrepot.app.mapping.Candidate;
import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingFileException;
import io.entrepot.app.mapping.MappingReader;
import io.entrepot.app.mapping.MappingsInForce;
import io.entrepot.app.mapping.UnknownMappingException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes what was promoted on whatever node. It asks the database every second: one read of a short
 * table, which no lost notification can make it miss.
 */
@Component
final class InForceWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(InForceWatch.class);
  private static final long ASK_MILLIS = 1000;

  /** What this node could not take, and why; tried again when another version is promoted. */
  record Refused(String version, String reason) {}

  private final MappingsInForce mappings;
  private final MappingVersions versions;
  private final DefinitionsFolder folder;
  private final Map<String, Refused> refused = new ConcurrentHashMap<>();
  private @Nullable ScheduledExecutorService clock;
  private boolean databaseAway;

  InForceWatch(MappingsInForce mappings, MappingVersions versions, DefinitionsFolder folder) {
    this.mappings = mappings;
    this.versions = versions;
    this.folder = folder;
  }

  /** Puts in force here what the database says; what this node cannot take leaves it as it was. */
  synchronized void take() {
    versions.versionsInForce().forEach(this::take);
  }

  private void take(String name, String version) {
    Refused before = refused.get(name);
    if (version.equals(here(name)) || (before != null && before.version().equals(version))) {
      return;
    }
    MappingBundle bundle = versions.require(name, version);
    try {
      Candidate next = MappingReader.read(bundle);
      mappings.put(next);
      refused.remove(name);
      LOG.info("{}: version {} is in force", name, version);
      tell(folder.write(bundle, true));
    } catch (MappingFileException e) {
      refused.put(name, new Refused(version, String.valueOf(e.getMessage())));
      LOG.error("{}: this node cannot take version {} and keeps its own", name, version, e);
    }
  }

  private @Nullable String here(String name) {
    try {
      return mappings.find(name).version();
    } catch (UnknownMappingException e) {
      return null;
    }
  }

  private static void tell(List<String> notes) {
    notes.forEach(LOG::warn);
  }

  /** By mapping's name. */
  Map<String, Refused> refused() {
    return Map.copyOf(refused);
  }

  private void look() {
    try {
      take();
      databaseAway = false;
    } catch (DataAccessException e) {
      if (!databaseAway) {
        LOG.warn("The database is away; mappings stay as they are until it is back", e);
      }
      databaseAway = true;
    } catch (RuntimeException e) {
      // A task that throws is never called again: the node would be deaf from then on.
      LOG.error("Looking for promoted mappings failed; looking again in a second", e);
    }
  }

  private void tellAtStart(MappingBundle bundle) {
    if (!bundle.version().equals(here(bundle.name()))) {
      return;
    }
    LOG.info("{}: version {} was promoted and is in force", bundle.name(), bundle.version());
    tell(folder.write(bundle, false));
  }

  @Override
  public void start() {
    versions.inForce().values().forEach(this::tellAtStart);
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "mapping-watch");
              thread.setDaemon(true);
              return thread;
            });
    var unused = executor.scheduleWithFixedDelay(this::look, 0, ASK_MILLIS, TimeUnit.MILLISECONDS);
    clock = executor;
  }

  @Override
  public void stop() {
    if (clock != null) {
      clock.shutdownNow();
      clock = null;
    }
  }

  @Override
  public boolean isRunning() {
    return clock != null;
  }
}
