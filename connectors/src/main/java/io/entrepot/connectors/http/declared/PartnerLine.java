package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.http.auth.AuthenticatedCall;
import io.entrepot.connectors.http.auth.AuthenticatedHttp;
import io.entrepot.connectors.http.auth.Authentication;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The way to one partner: its base address, its proof, and no more calls at once than it bears. */
final class PartnerLine {
  private final HttpSettings http;
  private final AuthenticatedHttp client;
  private final Semaphore places;

  PartnerLine(
      Declaration declaration, PartnerSettings settings, @Nullable Authentication authentication) {
    HttpSettings read = HttpSettings.of(settings, null);
    // A setting of the installation wins over the file.
    int answerBytes =
        settings.find("answer-bytes-max").isPresent()
            ? read.answerBytesMax()
            : declaration.limits().answerBytes();
    this.http = new HttpSettings(read.baseUrl(), read.connectTimeout(), answerBytes);
    this.client =
        new AuthenticatedHttp(
            new PartnerHttp(http), authentication == null ? PartnerLine::open : authentication);
    this.places = new Semaphore(declaration.limits().concurrent(), true);
  }

  private static AuthenticatedCall open(HttpCall call) {
    return new AuthenticatedCall(call, 0, java.util.List.of());
  }

  URI base() {
    return http.baseUrl();
  }

  HttpAnswer send(HttpCall call) throws PartnerException {
    long start = System.nanoTime();
    try {
      if (!places.tryAcquire(call.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy(call, "no place was free in time: raise 'concurrent:' or call less");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy(call, "the node stopped while the call waited for its place");
    }
    try {
      Duration left = call.timeout().minusNanos(System.nanoTime() - start);
      return client.send(call.within(left.isNegative() ? Duration.ofMillis(1) : left));
    } finally {
      places.release();
    }
  }

  private static PartnerException busy(HttpCall call, String why) {
    return new PartnerException(
        ErrorClass.RATE_LIMITED, "OUR_LIMIT", call + ": " + why, Duration.ofSeconds(1));
  }
}
