package io.entrepot.connectors.spi;

import java.util.Set;

/** How one document that a partner sends us is trusted, understood and answered. */
public interface NoticeEndpoint {
  Trust trust();

  /** The methods the partner uses; a browser that comes back from a payment window uses GET. */
  default Set<String> methods() {
    return Set.of("POST");
  }

  /**
   * Checks the notice over its raw bytes, then reads it. Works without asking anyone and leaves no
   * trace.
   *
   * @throws NoticeRefused if it is forged, too old or unreadable; such a notice is not stored
   */
  Verified verify(RawNotice raw) throws NoticeRefused;

  /** What the partner hears once the notice is stored; a repeated one hears the same. */
  Answer answer();
}
