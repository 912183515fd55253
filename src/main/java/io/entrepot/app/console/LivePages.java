package io.entrepot.app.console;

import io.entrepot.app.security.Addresses;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams that open pages listen to. */
@Controller
final class LivePages {
  private static final String RETRY_SECONDS = "10";

  private final LiveStreams streams;

  LivePages(LiveStreams streams) {
    this.streams = streams;
  }

  @GetMapping(path = Addresses.LIVE + "/{topic}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> list(@PathVariable String topic, HttpSession session) {
    return stream(topic, null, session);
  }

  @GetMapping(path = Addresses.LIVE + "/{topic}/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> one(
      @PathVariable String topic, @PathVariable UUID id, HttpSession session) {
    return stream(topic, id, session);
  }

  private ResponseEntity<SseEmitter> stream(String topic, @Nullable UUID id, HttpSession session) {
    return streams
        .topic(topic)
        .filter(known -> known.ofOne() == (id != null))
        .map(
            known ->
                streams
                    .open(known, id, session.getId())
                    .map(ResponseEntity::ok)
                    .orElseGet(LivePages::full))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<SseEmitter> full() {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", RETRY_SECONDS)
        .build();
  }
}
