package io.entrepot.connectors.tosspayments;

import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.SettingException;
import java.util.regex.Pattern;

/**
 * Settings of Toss Payments.
 *
 * @param secretKey {@code secret-key}: test_sk_…, live_sk_…, or test_gsk_…, live_gsk_… of a widget
 */
record TossPaymentsProperties(HttpSettings http, Secret secretKey) {
  private static final String PUBLIC_ADDRESS = "https://api.tosspayments.com";
  private static final Pattern SECRET_KEY = Pattern.compile("(test|live)_g?sk_[A-Za-z0-9_]{8,}");

  static TossPaymentsProperties of(PartnerSettings settings) {
    Secret key = settings.secret("secret-key");
    // A client key (…_ck_…) in its place would be answered 401 at the first payment only.
    if (!SECRET_KEY.matcher(key.reveal()).matches()) {
      throw new SettingException(
          settings.key("secret-key"), "must be a secret key: test_sk_…, live_sk_… or a _gsk_ one");
    }
    return new TossPaymentsProperties(HttpSettings.of(settings, PUBLIC_ADDRESS), key);
  }
}
