package io.entrepot.app.message;

/**
 * Names of the exchange properties by which our components tell each other what a message is about.
 * Properties, never headers: a header could come from outside.
 */
public final class HopProperty {
  /** UUID of the message in the store that is worked now. */
  public static final String MESSAGE_ID = "entrepotMessageId";

  /** UUID; the order's id. */
  public static final String CORRELATION_ID = "entrepotCorrelationId";

  /** String, as in {@code order:<id>}. */
  public static final String ENTITY_KEY = "entrepotEntityKey";

  /** String: the last mapping that was applied. */
  public static final String MAPPING = "entrepotMapping";

  /** String: its version. */
  public static final String MAPPING_VERSION = "entrepotMappingVersion";

  /** JsonNode: what the mapping was given. */
  public static final String MAPPING_SOURCE = "entrepotMappingSource";

  /** String: the same on every retry of the same work. */
  public static final String IDEMPOTENCY_KEY = "entrepotIdempotencyKey";

  /** Integer, 1 for the first; set only by whoever tries again by itself. */
  public static final String ATTEMPT = "entrepotAttempt";

  /** String: which operation of the partner, where a route offers several. */
  public static final String OPERATION = "entrepotOperation";

  private HopProperty() {}
}
