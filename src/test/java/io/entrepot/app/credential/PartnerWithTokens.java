package io.entrepot.app.credential;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A partner over real HTTP whose refresh tokens can be used once. {@code /token} hands out pairs,
 * {@code /api} takes the access tokens in force. Refusals repeat all that was sent, as the worst
 * partners do.
 */
final class PartnerWithTokens implements AutoCloseable {
  /** What it does with the next token request. */
  enum Mood {
    WELL,
    /** Uses the refresh token up, and never answers. */
    ANSWER_LOST,
    HANGS,
    BROKEN_ANSWER,
    DOWN,
    BROKEN_GATEWAY,
    CLIENT_REFUSED
  }

  final AtomicInteger tokenCalls = new AtomicInteger();
  final AtomicInteger apiCalls = new AtomicInteger();
  final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
  final Set<String> accessTokens = ConcurrentHashMap.newKeySet();
  final CountDownLatch end = new CountDownLatch(1);
  volatile Mood mood = Mood.WELL;
  volatile int expiresInSeconds = 3600;
  volatile long tokenMillis = 0;
  volatile Mood apiMood = Mood.WELL;
  volatile String lastForm = "";

  private final AtomicInteger number = new AtomicInteger();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final HttpServer server;

  PartnerWithTokens() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(workers);
    server.createContext("/token", this::token);
    server.createContext("/api", this::api);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** A refresh token that is good once. */
  String newRefreshToken() {
    String token = "refresh-token-" + number.incrementAndGet() + "-marked";
    refreshTokens.add(token);
    return token;
  }

  private String newAccessToken() {
    String token = "access-token-" + number.incrementAndGet() + "-marked";
    accessTokens.add(token);
    return token;
  }

  void revokeAccessTokens() {
    accessTokens.clear();
  }

  private void token(HttpExchange exchange) throws IOException {
    tokenCalls.incrementAndGet();
    String form = body(exchange);
    lastForm = form;
    pause();
    switch (mood) {
      case HANGS -> await();
      case DOWN -> answer(exchange, 503, "{}");
      case BROKEN_GATEWAY -> answer(exchange, 502, "{}");
      case CLIENT_REFUSED ->
          answer(exchange, 401, "{\"error\":\"invalid_client\"," + echo(exchange, form) + "}");
      case BROKEN_ANSWER -> answer(exchange, 200, "<html>" + echo(exchange, form) + "</html>");
      case ANSWER_LOST -> {
        mood = Mood.WELL;
        granted(fields(form));
        exchange.close();
      }
      case WELL -> {
        String pair = granted(fields(form));
        answer(
            exchange,
            pair == null ? 400 : 200,
            pair == null ? "{\"error\":\"invalid_grant\"," + echo(exchange, form) + "}" : pair);
      }
    }
  }

  private String granted(Map<String, String> form) {
    boolean refresh = "refresh_token".equals(form.get("grant_type"));
    if (refresh && !refreshTokens.remove(form.get("refresh_token"))) {
      return null;
    }
    accessTokens.clear();
    String next = refresh || form.containsKey("code") ? newRefreshToken() : "";
    return "{\"access_token\":\"%s\",\"expires_in\":%d%s}"
        .formatted(
            newAccessToken(),
            expiresInSeconds,
            next.isEmpty() ? "" : ",\"refresh_token\":\"" + next + "\"");
  }

  private void api(HttpExchange exchange) throws IOException {
    apiCalls.incrementAndGet();
    String text = body(exchange);
    switch (apiMood) {
      case HANGS -> await();
      case BROKEN_ANSWER -> answer(exchange, 200, "<html>" + echo(exchange, text));
      case CLIENT_REFUSED -> answer(exchange, 401, refusal(exchange, text));
      default -> {
        String token =
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", "");
        boolean good = accessTokens.contains(token);
        answer(exchange, good ? 200 : 401, good ? "{\"ok\":true}" : refusal(exchange, text));
      }
    }
  }

  private static String refusal(HttpExchange exchange, String text) {
    return "{\"code\":\"REFUSED\",\"message\":\"refused "
        + exchange.getRequestHeaders().getOrDefault("Authorization", java.util.List.of())
        + exchange.getRequestURI()
        + "\","
        + echo(exchange, text)
        + "}";
  }

  private static String echo(HttpExchange exchange, String text) {
    String all = exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet() + text;
    return "\"echo\":\"" + all.replace("\\", "").replace("\"", "'") + "\"";
  }

  private void pause() {
    if (tokenMillis > 0) {
      try {
        end.await(tokenMillis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    workers.shutdownNow();
  }
}
