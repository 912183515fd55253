package io.entrepot.connectors.spi.sandbox.rest;

import io.entrepot.connectors.spi.sandbox.OutgoingNotice;
import java.net.http.HttpResponse;
import java.util.function.Predicate;

/**
 * Where and how a simulated partner reports.
 *
 * @param addressSetting name of the setting with the address
 * @param signature what its headers say of it
 * @param heard the answer that ends the attempts
 */
public record RestWebhook(
    String addressSetting, NoticeSignature signature, Predicate<HttpResponse<String>> heard) {

  /** Unsigned; any 2xx ends it. */
  public static RestWebhook to(String addressSetting) {
    return new RestWebhook(addressSetting, NoticeSignature.none(), OutgoingNotice.ANY_2XX);
  }

  public RestWebhook signed(NoticeSignature by) {
    return new RestWebhook(addressSetting, by, heard);
  }

  public RestWebhook heardBy(Predicate<HttpResponse<String>> answer) {
    return new RestWebhook(addressSetting, signature, answer);
  }
}
