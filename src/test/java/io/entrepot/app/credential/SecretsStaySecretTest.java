package io.entrepot.app.credential;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.app.TestDatabase;
import io.entrepot.connectors.http.ErrorTable;
import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.http.auth.AuthDeclaration;
import io.entrepot.connectors.http.auth.AuthenticatedHttp;
import io.entrepot.connectors.http.auth.Authentication;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Every kind, through success, refusal, time-out and broken answers of a partner that repeats all
 * it was sent, with all logs at DEBUG: no secret and no token may be in any text that is kept.
 */
class SecretsStaySecretTest {
  private static final String SECRET = "s3cret+with/odd=chars&0123456789abcdef-marked";
  private static final List<PartnerWithTokens.Mood> MOODS =
      List.of(
          PartnerWithTokens.Mood.WELL,
          PartnerWithTokens.Mood.CLIENT_REFUSED,
          PartnerWithTokens.Mood.HANGS,
          PartnerWithTokens.Mood.BROKEN_ANSWER);

  private final HikariDataSource database = TestDatabase.fresh();
  private final Queue<String> kept = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level levelBefore = root.getLevel();
  private final Map<Logger, Level> levelsBefore = new HashMap<>();
  private final java.util.logging.Level julBefore =
      java.util.logging.LogManager.getLogManager().getLogger("").getLevel();
  private final Recorder recorder = new Recorder();
  private String pem;
  private PartnerWithTokens partner;

  /** The text of each line, with whatever exception hangs on it. */
  private final class Recorder extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      kept.add(event.getLoggerName() + " " + event.getFormattedMessage());
      for (IThrowableProxy e = event.getThrowableProxy(); e != null; e = e.getCause()) {
        kept.add(String.valueOf(e.getMessage()));
      }
    }
  }

  @BeforeEach
  void start() throws Exception {
    partner = new PartnerWithTokens();
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString(rsa.generateKeyPair().getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----";
    recorder.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    recorder.start();
    // The JDK's HTTP client logs there, as it does in a hub.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    java.util.logging.LogManager.getLogManager()
        .getLogger("")
        .setLevel(java.util.logging.Level.ALL);
    levelsOfTheHub();
    root.addAppender(recorder);
    root.setLevel(Level.DEBUG);
  }

  /** As an operator has them who sets DEBUG for all. */
  private void levelsOfTheHub() throws Exception {
    YamlPropertySourceLoader loader = new YamlPropertySourceLoader();
    for (PropertySource<?> source : loader.load("hub", new ClassPathResource("application.yaml"))) {
      for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        if (name.startsWith("logging.level.")) {
          Logger logger =
              (Logger) LoggerFactory.getLogger(name.substring("logging.level.".length()));
          levelsBefore.put(logger, logger.getLevel());
          logger.setLevel(Level.toLevel(String.valueOf(source.getProperty(name))));
        }
      }
    }
    assertThat(levelsBefore).isNotEmpty();
  }

  @AfterEach
  void stop() {
    root.detachAppender(recorder);
    root.setLevel(levelBefore);
    levelsBefore.forEach(Logger::setLevel);
    java.util.logging.LogManager.getLogManager().getLogger("").setLevel(julBefore);
    partner.close();
    database.close();
  }

  @Test
  void noSecretAndNoTokenIsInAnyTextThatIsKept() throws Exception {
    for (Map<String, Object> kind : kinds()) {
      for (PartnerWithTokens.Mood mood : MOODS) {
        partner.mood = PartnerWithTokens.Mood.WELL;
        partner.apiMood = mood;
        call(kind);
        if (kind.containsKey("token-url")) {
          partner.apiMood = PartnerWithTokens.Mood.WELL;
          partner.mood = mood;
          call(fresh(kind));
        }
      }
    }
    stored();

    // The test would be blind if nothing was recorded, or if the partner did not repeat.
    assertThat(kept).hasSizeGreaterThan(100).anyMatch(text -> text.contains("***"));
    for (String form : forms()) {
      assertThat(kept).as("a form of a secret").noneMatch(text -> text.contains(form));
    }
    assertThat(kept).noneMatch(text -> text.contains("-token-") && text.contains("-marked"));
  }

  private List<Map<String, Object>> kinds() {
    Map<String, Object> token = new HashMap<>(Map.of("token-url", partner.url("/token")));
    token.put("client-id", "hub");
    token.put("token-timeout-seconds", 1);
    Map<String, Object> claims = Map.of("iss", "hub", "aud", "p");
    return List.of(
        Map.of("kind", "api-key", "header", "X-Api-Key", "secret", "marked"),
        Map.of("kind", "api-key", "query", "key", "secret", "marked"),
        Map.of("kind", "basic", "user", "hub", "secret", "marked"),
        Map.of("kind", "bearer", "secret", "marked"),
        Map.of("kind", "jwt", "algorithm", "HS256", "signing-key", "marked", "claims", claims),
        Map.of("kind", "jwt", "algorithm", "RS256", "signing-key", "pem", "claims", claims),
        Map.of(
            "kind", "hmac",
            "secret", "marked",
            "base", "{method}{path}{timestamp}{secret}",
            "headers", Map.of("X-Signature", "{signature}")),
        with(token, Map.of("kind", "oauth2-client-credentials", "secret", "marked")),
        with(
            token,
            Map.of("kind", "oauth2-client-credentials", "secret", "marked", "client-auth", "body")),
        with(
            token,
            Map.of(
                "kind", "oauth2-password", "user", "u", "password", "marked", "secret", "marked")),
        with(
            token,
            Map.of(
                "kind", "oauth2-jwt-bearer",
                "algorithm", "RS256",
                "signing-key", "pem",
                "claims", claims)),
        with(
            token,
            Map.of(
                "kind", "oauth2-authorization-code",
                "authorize-url", partner.url("/authorize"),
                "secret", "marked")));
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** Of another client, so that no token is there yet. */
  private Map<String, Object> fresh(Map<String, Object> kind) {
    return with(
        kind, Map.of("account", "again-" + partner.mood.name().toLowerCase(java.util.Locale.ROOT)));
  }

  /** As a connector calls, and as its callers keep what comes of it. */
  private void call(Map<String, Object> kind) throws Exception {
    AuthDeclaration declaration = new AuthDeclaration("test", kind);
    if (kind.containsKey("authorize-url")) {
      Nodes.authorised(database, declaration, partner);
    }
    Authentication authentication = Nodes.node(database).of(declaration, settings());
    PartnerHttp http = new PartnerHttp(HttpSettings.of(settings(), partner.url("/api")));
    boolean hangs = partner.apiMood == PartnerWithTokens.Mood.HANGS;
    Duration patience = Duration.ofMillis(hangs ? 400 : 5_000);
    HttpCall call = HttpCall.get(URI.create(partner.url("/api")), patience);
    keep(declaration);
    try {
      HttpAnswer answer = new AuthenticatedHttp(http, authentication).send(call);
      keep(answer);
      kept.add(answer.text());
      keep(authentication.authenticate(call));
      if (!answer.ok()) {
        throw new ErrorTable(Map.of("REFUSED", ErrorClass.OUR_BUG)).of(answer);
      }
      keep(answer.orThrow());
    } catch (PartnerException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      kept.add(trace.toString());
    }
  }

  private void keep(Object thing) {
    kept.add(thing.toString());
  }

  private PartnerSettings settings() {
    return PartnerSettings.of("acme", Map.of("marked", SECRET, "pem", pem));
  }

  private void stored() {
    kept.addAll(
        org.springframework.jdbc.core.simple.JdbcClient.create(database)
            .sql("SELECT t::text || encode(coalesce(sealed, ''), 'escape') FROM credential.token t")
            .query(String.class)
            .list());
  }

  private Set<String> forms() {
    Set<String> forms = new LinkedHashSet<>();
    for (String secret :
        List.of(SECRET, pem.substring(40, 120), "hub:" + SECRET, "client-secret-marked")) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      forms.add(secret);
      forms.add(HexFormat.of().formatHex(bytes));
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      forms.add(Base64.getEncoder().encodeToString(bytes));
      forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return forms;
  }
}
