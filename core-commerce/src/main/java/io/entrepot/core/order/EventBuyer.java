package io.entrepot.core.order;

import org.jspecify.annotations.Nullable;

/** The buyer in an event; personal data. */
public record EventBuyer(
    String name, @Nullable String email, @Nullable String phone, String language) {

  static EventBuyer of(Buyer buyer) {
    return new EventBuyer(buyer.name(), buyer.email(), buyer.phone(), buyer.language());
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "EventBuyer[***, language=%s]".formatted(language);
  }
}
