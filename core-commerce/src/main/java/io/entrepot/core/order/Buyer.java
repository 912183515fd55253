package io.entrepot.core.order;

import org.jspecify.annotations.Nullable;

/**
 * Who ordered; personal data.
 *
 * @param language of notices: ISO 639-1, such as {@code ko}
 * @param guest true when the channel knows no account
 */
public record Buyer(
    String name, @Nullable String email, @Nullable String phone, String language, boolean guest) {

  public Buyer {
    PersonalText.requireBounded("the buyer's name", name);
    PersonalText.requireBounded("the buyer's email", email);
    PersonalText.requireBounded("the buyer's phone", phone);
    PersonalText.requireBounded("the buyer's language", language);
  }

  /** Shows nothing personal, so that a logged command gives nobody away. */
  @Override
  public String toString() {
    return "Buyer[***, language=%s, guest=%s]".formatted(language, guest);
  }
}
