package io.entrepot.connectors.spi.sandbox;

import io.entrepot.connectors.spi.sandbox.OutgoingNotice.Envelope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a simulated partner tells the hub: again until it is heard ({@link Errands}), in order for
 * each subject, and with the faults of {@link StandardFault#NOTICES}. What was not heard when the
 * sandbox closes is the partner's to find in its books and send again.
 */
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final Errands errands;
  private final Faults faults;
  private final SandboxCaller caller;
  private final UnaryOperator<URI> address;
  private final Map<String, Lane> lanes = new HashMap<>();

  Notices(Errands errands, Faults faults, SandboxCaller caller, UnaryOperator<URI> address) {
    this.errands = errands;
    this.faults = faults;
    this.caller = caller;
    this.address = address;
  }

  /** Notices of one subject: one on its way, those behind it, and perhaps one held back. */
  private static final class Lane {
    private final Deque<OutgoingNotice> behind = new ArrayDeque<>();
    private boolean busy;
    private @Nullable OutgoingNotice held;
  }

  /** What strikes a notice is decided once, whatever number of attempts it takes. */
  private record Trouble(boolean twice, boolean forged, Duration late) {}

  /** Returns at once. */
  public void send(OutgoingNotice notice) {
    Optional<Duration> held = faults.struckIfKnown(StandardFault.NOTICE_OUT_OF_ORDER);
    synchronized (lanes) {
      Lane lane = lanes.computeIfAbsent(notice.subject(), subject -> new Lane());
      if (held.isPresent() && lane.held == null) {
        lane.held = notice;
        errands.start("holding back " + notice.name(), held.get(), () -> released(notice));
      } else {
        lane.behind.add(notice);
        next(lane);
      }
    }
  }

  private boolean released(OutgoingNotice notice) {
    synchronized (lanes) {
      Lane lane = lanes.get(notice.subject());
      if (lane != null && notice.equals(lane.held)) {
        lane.held = null;
        lane.behind.addFirst(notice);
        next(lane);
      }
    }
    return true;
  }

  private void next(Lane lane) {
    OutgoingNotice notice = lane.busy ? null : lane.behind.poll();
    if (notice != null) {
      lane.busy = true;
      start(notice);
    }
  }

  private void start(OutgoingNotice notice) {
    Trouble trouble =
        new Trouble(
            faults.struckIfKnown(StandardFault.NOTICE_TWICE).isPresent(),
            faults.struckIfKnown(StandardFault.NOTICE_FORGED).isPresent(),
            faults.struckIfKnown(StandardFault.NOTICE_LATE).orElse(Duration.ZERO));
    errands.start(notice.name(), trouble.late(), () -> tried(notice, trouble));
  }

  private boolean tried(OutgoingNotice notice, Trouble trouble)
      throws IOException, InterruptedException {
    if (trouble.forged()) {
      sent(notice.writer().write(false));
    }
    if (!notice.heard().test(sent(notice.writer().write(true)))) {
      return false;
    }
    if (trouble.twice()) {
      again(notice);
    }
    notice.done().run();
    wasHeard(notice);
    return true;
  }

  private void again(OutgoingNotice notice) throws InterruptedException {
    try {
      sent(notice.writer().write(true));
    } catch (IOException e) {
      LOG.debug("{}: the second one was not heard: {}", notice.name(), e.toString());
    }
  }

  private void wasHeard(OutgoingNotice notice) {
    synchronized (lanes) {
      Lane lane = lanes.get(notice.subject());
      if (lane == null) {
        return;
      }
      lane.busy = false;
      if (lane.held != null) {
        lane.behind.addFirst(lane.held);
        lane.held = null;
      }
      next(lane);
      if (!lane.busy) {
        lanes.remove(notice.subject());
      }
    }
  }

  private HttpResponse<String> sent(Envelope envelope) throws IOException, InterruptedException {
    URI to = address.apply(envelope.to());
    return envelope.method().equals("GET")
        ? caller.get(to)
        : caller.post(to, envelope.contentType(), envelope.body(), envelope.headers());
  }
}
