package io.entrepot.app.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

/** As much of a browser as a form needs: cookies, the token of the last page, no redirects. */
public final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final String EVENT = "event:";

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();
  private final String address;
  private String token = "";

  public Browser(String address) {
    this.address = address;
  }

  public HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
    if (headers.length > 0) {
      request.headers(headers);
    }
    var page = send(request);
    var found = TOKEN.matcher(page.body());
    token = found.find() ? found.group(1) : token;
    return page;
  }

  public HttpResponse<String> post(String path, String form, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  public HttpResponse<String> signIn(String login, String password) {
    get("/console/sign-in");
    return post(
        "/console/sign-in",
        "login=" + text(login) + "&password=" + text(password) + "&_csrf=" + text(token));
  }

  /** Names of the events of a stream, as they come. */
  public BlockingQueue<String> stream(String path) {
    var events = new LinkedBlockingQueue<String>();
    http.sendAsync(streamRequest(path), BodyHandlers.ofLines())
        .thenAccept(
            answer ->
                answer
                    .body()
                    .filter(line -> line.startsWith(EVENT))
                    .forEach(line -> events.add(line.substring(EVENT.length()))));
    return events;
  }

  /** What a stream is answered with; it stays open when it is opened at all. */
  public int streamStatus(String path) {
    return http.sendAsync(streamRequest(path), BodyHandlers.ofInputStream()).join().statusCode();
  }

  private HttpRequest streamRequest(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Accept", "text/event-stream")
        .build();
  }

  public String token() {
    return text(token);
  }

  /** Path and query that the answer leads to. */
  public static String target(HttpResponse<?> answer) {
    var location = URI.create(answer.headers().firstValue("Location").orElse("/none"));
    return location.getPath() + (location.getQuery() == null ? "" : "?" + location.getQuery());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
