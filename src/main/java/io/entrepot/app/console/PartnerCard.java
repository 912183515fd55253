package io.entrepot.app.console;

import io.entrepot.app.message.Direction;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.partner.PartnersApi.PartnerView;
import org.jspecify.annotations.Nullable;

/**
 * A partner on the overview: how it answers, and how its messages do.
 *
 * @param mark ok, warn, fail, paused where it is not configured, wait before it was ever called
 * @param latencyMillis of its last answer
 */
record PartnerCard(
    String id, String mark, @Nullable Long latencyMillis, long in, long out, long dead) {
  static PartnerCard of(PartnerView partner, MessageFigures.Counts messages) {
    long dead = messages.sum(null, MessageStatus.DEAD, partner.id());
    long retrying = messages.sum(null, MessageStatus.RETRY, partner.id());
    long in = messages.sum(Direction.IN, null, partner.id());
    long out = messages.sum(Direction.OUT, null, partner.id());
    return new PartnerCard(
        partner.id(),
        mark(partner, dead, retrying, in + out),
        partner.latencyMillis(),
        in,
        out,
        dead);
  }

  public String state() {
    return "partner.state." + mark;
  }

  private static String mark(PartnerView partner, long dead, long retrying, long messages) {
    if (!partner.configured()) {
      return "paused";
    }
    if (dead > 0 || Boolean.FALSE.equals(partner.up())) {
      return "fail";
    }
    if (retrying > 0) {
      return "warn";
    }
    return partner.up() == null && messages == 0 ? "wait" : "ok";
  }
}
