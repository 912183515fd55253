package io.entrepot.connectors.spi.sandbox;

import io.entrepot.connectors.spi.PartnerSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who may ask a simulated partner. What the credential must be stands in the partner's settings,
 * under the names given here; a setting that is not there admits nobody.
 */
@FunctionalInterface
public interface SandboxAuth {
  /** Takes up its work at a partner; called once for each server. */
  Admission open(PartnerSettings account, SandboxSite site);

  /** Everyone may. */
  static SandboxAuth none() {
    return (account, site) -> request -> true;
  }

  /** The key stands in that header, alone. */
  static SandboxAuth header(String header, String setting) {
    return credential(request -> request.header(header), account -> account.find(setting));
  }

  /** The key stands in that parameter of the query or form. */
  static SandboxAuth parameter(String parameter, String setting) {
    return credential(request -> request.parameter(parameter), account -> account.find(setting));
  }

  /** {@code Authorization: Bearer key}. */
  static SandboxAuth bearer(String setting) {
    return credential(
        request -> request.header("Authorization"),
        account -> account.find(setting).map(key -> "Bearer " + key));
  }

  /** {@code Authorization: Basic base64(user:password)}. */
  static SandboxAuth basic(String userSetting, String passwordSetting) {
    return basic(
        account ->
            account
                .find(userSetting)
                .flatMap(
                    user -> account.find(passwordSetting).map(password -> user + ":" + password)));
  }

  /** The key is the user; the password is empty. */
  static SandboxAuth basicKey(String setting) {
    return basic(account -> account.find(setting).map(key -> key + ":"));
  }

  private static SandboxAuth basic(Function<PartnerSettings, Optional<String>> pair) {
    return credential(
        request -> request.header("Authorization"),
        account -> pair.apply(account).map(text -> "Basic " + base64(text)));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Any other credential.
   *
   * @param given what the request brings
   * @param due what it must be
   */
  static SandboxAuth credential(
      Function<SandboxRequest, Optional<String>> given,
      Function<PartnerSettings, Optional<String>> due) {
    return (account, site) ->
        request -> {
          Optional<String> right = due.apply(account);
          return right.isPresent()
              && given.apply(request).equals(right)
              && site.faults().struckIfKnown(StandardFault.TOKEN_REVOKED).isEmpty();
        };
  }
}
