package io.entrepot.app.imports;

import io.entrepot.app.node.NodeSettings;
import io.entrepot.app.node.SftpAccount;
import io.entrepot.app.node.SftpAccounts;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the server of the order files answers. While it does not, it is asked at growing pauses,
 * and that it is away, and back, is told in one line each: every folder's look would find it out.
 */
@Component
final class DropServer {
  private static final Logger LOG = LoggerFactory.getLogger(DropServer.class);
  private static final Duration PAUSE_MIN = Duration.ofSeconds(2);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(60);

  /** The hub's own server knows who writes: there it is for files that came by other ways. */
  private static final int OWN_QUIET_SECONDS_MAX = 6;

  private static final int QUIET_SECONDS_MAX = 3_600;

  private final SftpAccounts accounts;
  private final Optional<String> variable;
  private final Duration quiet;
  private final Clock clock;
  private final Set<String> failing = new HashSet<>();
  private Duration pause = Duration.ZERO;
  private Instant next = Instant.MIN;

  DropServer(SftpAccounts accounts, NodeSettings settings, Clock clock) {
    this.accounts = accounts;
    this.variable = SftpAccounts.urlKey(settings, SftpAccounts.SHOP).map(NodeSettings::variable);
    int seconds = settings.number("sftp.quiet-seconds", 1, QUIET_SECONDS_MAX);
    this.quiet =
        Duration.ofSeconds(
            variable.isPresent() ? seconds : Math.min(seconds, OWN_QUIET_SECONDS_MAX));
    this.clock = clock;
  }

  /** For how long a file must look the same before it counts as whole. */
  Duration quiet() {
    return quiet;
  }

  synchronized boolean mayBeAsked() {
    return !clock.instant().isBefore(next);
  }

  /** A look into that folder came to nothing. */
  synchronized void failed(String folder, Throwable cause) {
    if (failing.isEmpty()) {
      LOG.warn(
          "The SFTP server {} cannot be used: {}. Order files wait there; it is asked until it"
              + " answers.",
          name(),
          reason(cause));
    }
    failing.add(folder);
    if (mayBeAsked()) {
      Duration longer = pause.isZero() ? PAUSE_MIN : pause.multipliedBy(2);
      pause = longer.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : longer;
      next = clock.instant().plus(pause);
    }
  }

  synchronized void answered(String folder) {
    if (failing.remove(folder) && failing.isEmpty()) {
      LOG.warn("The SFTP server {} answers again; order files are taken.", name());
      pause = Duration.ZERO;
      next = Instant.MIN;
    }
  }

  /** Whether the connection failed, or the server refused; not the import, nor our own disk. */
  static boolean isToBlame(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SshException
          || cause instanceof SftpException
          || cause instanceof SocketException
          || cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  private String name() {
    SftpAccount account = accounts.of(SftpAccounts.SHOP);
    String address = account.host() + ":" + account.port();
    return variable.map(from -> "of " + from + ", " + address + ",").orElse("at " + address);
  }

  private static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
