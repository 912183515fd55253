package io.entrepot.app.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends notices over real HTTP, rightly signed if not said otherwise. */
record Sender(HttpClient http, String url) {
  Sender(String url) {
    this(HttpClient.newHttpClient(), url);
  }

  HttpResponse<String> arrival(String partner, String body) {
    return post(partner, "arrival", BodyPublishers.ofString(body), "X-Password", Harbour.PASSWORD);
  }

  HttpResponse<String> post(
      String partner, String document, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(partner, document)).method("POST", body);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> get(String partner, String document) {
    return send(HttpRequest.newBuilder(address(partner, document)).GET());
  }

  private URI address(String partner, String document) {
    return URI.create(url + "/webhooks/" + partner + "/" + document);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
