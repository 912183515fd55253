package io.entrepot.connectors.http;

import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sends calls and classifies what goes wrong. Safe for many threads; holds connections open. */
public final class PartnerHttp {
  private final HttpClient http;
  private final int answerBytesMax;

  public PartnerHttp(HttpSettings settings) {
    this.answerBytesMax = settings.answerBytesMax();
    this.http =
        HttpClient.newBuilder()
            // HTTP/2 over plain HTTP costs an upgrade that some partners' proxies refuse.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /**
   * Blocks until the whole answer is there, whatever its status.
   *
   * @throws PartnerException TIMEOUT, REFUSED_CONNECTION or BAD_ANSWER (too large)
   */
  public HttpAnswer send(HttpCall call) throws PartnerException {
    long start = System.nanoTime();
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request(call), new BoundedBody.Handler(answerBytesMax));
    try {
      // The client's own time-out ends with the headers; a body may drip for ever.
      HttpResponse<byte[]> response = sent.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
      Duration latency = Duration.ofNanos(System.nanoTime() - start);
      String text = new String(response.body(), StandardCharsets.UTF_8);
      return new HttpAnswer(call, response.statusCode(), response.headers(), text, latency);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw late(call);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw failed(call, ErrorClass.TIMEOUT, "INTERRUPTED", "given up, the hub is stopping");
    } catch (ExecutionException e) {
      throw classified(call, e.getCause());
    }
  }

  private static HttpRequest request(HttpCall call) {
    BodyPublisher body =
        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri()).timeout(call.timeout()).method(call.method(), body);
    call.headers().forEach(request::header);
    return request.build();
  }

  private static PartnerException classified(HttpCall call, @Nullable Throwable cause) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof BoundedBody.TooLarge) {
        return failed(call, ErrorClass.BAD_ANSWER, "ANSWER_TOO_LARGE", "the answer is too large");
      }
      if (e instanceof ConnectException
          || e instanceof HttpConnectTimeoutException
          || e instanceof UnresolvedAddressException
          || e instanceof SSLHandshakeException) {
        return failed(
            call, ErrorClass.REFUSED_CONNECTION, "REFUSED_CONNECTION", "no connection; is it up?");
      }
      if (e instanceof HttpTimeoutException) {
        return late(call);
      }
    }
    // Cut off after the request went out: the partner may have done the work.
    return failed(call, ErrorClass.TIMEOUT, "CONNECTION_LOST", "the connection broke unanswered");
  }

  private static PartnerException late(HttpCall call) {
    String text = "no complete answer within " + call.timeout().toMillis() + " ms";
    return failed(call, ErrorClass.TIMEOUT, "TIMEOUT", text);
  }

  private static PartnerException failed(
      HttpCall call, ErrorClass errorClass, String code, String text) {
    return new PartnerException(errorClass, code, call + ": " + text);
  }
}
