package io.entrepot.app.notice;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names of mails, without angle brackets. */
final class MessageIds {
  private MessageIds() {}

  /** The same for the same work: a mail server that sees it twice may drop the second. */
  static String of(String idempotencyKey) {
    return UUID.nameUUIDFromBytes(idempotencyKey.getBytes(StandardCharsets.UTF_8)) + "@entrepot";
  }
}
