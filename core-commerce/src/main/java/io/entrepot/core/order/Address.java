package io.entrepot.core.order;

import org.jspecify.annotations.Nullable;

/**
 * Where to ship; personal data.
 *
 * @param country ISO 3166-1 alpha-2, such as {@code KR}
 */
public record Address(
    String name,
    @Nullable String phone,
    @Nullable String postcode,
    String country,
    @Nullable String region,
    @Nullable String city,
    String line1,
    @Nullable String line2) {

  public Address {
    PersonalText.requireBounded("the receiver's name", name);
    PersonalText.requireBounded("the receiver's phone", phone);
    PersonalText.requireBounded("the postcode", postcode);
    PersonalText.requireBounded("the country", country);
    PersonalText.requireBounded("the region", region);
    PersonalText.requireBounded("the city", city);
    PersonalText.requireBounded("the address's first line", line1);
    PersonalText.requireBounded("the address's second line", line2);
  }

  /** Shows nothing personal, so that a logged command gives nobody away. */
  @Override
  public String toString() {
    return "Address[***, country=%s]".formatted(country);
  }
}
