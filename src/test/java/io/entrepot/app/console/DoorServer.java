package io.entrepot.app.console;

import io.entrepot.app.security.SecurityBeans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The chains and the sign-in page on a real server, with accounts in memory and a settable clock.
 */
public final class DoorServer implements AutoCloseable {
  public static final String KEY = "key-of-this-test-that-is-long-enough";
  public static final String ADMIN = "admin";
  public static final String PASSWORD = "first-password";

  private final ServletWebServerApplicationContext context;

  public DoorServer() {
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Door.class)
                .properties(
                    Map.of(
                        "server.port", "0",
                        "entrepot.ops.key", KEY,
                        "door.probes", "true",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn",
                        "spring.config.location", "optional:classpath:/none/"))
                .run();
  }

  public String address() {
    return "http://127.0.0.1:" + context.getWebServer().getPort();
  }

  public TestClock clock() {
    return context.getBean(TestClock.class);
  }

  @Override
  public void close() {
    context.close();
  }

  /** Stands still until it is told to go on. */
  public static final class TestClock implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    @Override
    public Instant instant() {
      return now.get();
    }

    public void forward(Duration by) {
      now.updateAndGet(instant -> instant.plus(by));
    }
  }

  /** No configuration by annotation: the scan of the whole application must not find it. */
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
  })
  @Import({
    SecurityBeans.class,
    ConsoleWeb.class,
    WholePages.class,
    ViewerAdvice.class,
    SignInPage.class,
    ErrorPages.class,
    Probes.class
  })
  public static class Door {
    @Bean
    TestClock settable() {
      return new TestClock();
    }

    @Bean
    Clock clock(TestClock settable) {
      return new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return settable.instant();
        }
      };
    }

    @Bean
    UserDetailsService accounts(PasswordEncoder encoder) {
      return new InMemoryUserDetailsManager(
          User.withUsername(ADMIN).password(encoder.encode(PASSWORD)).roles("ADMIN").build(),
          User.withUsername("buyer").password(encoder.encode(PASSWORD)).roles("CONSUMER").build());
    }
  }

  /** Addresses behind each chain, so that what stands before them can be seen. */
  @RestController
  // The application's own scan finds this class too, and must leave it alone.
  @ConditionalOnProperty("door.probes")
  static class Probes {
    @GetMapping("/console")
    String console(CsrfToken token) {
      return "inside <input name=\"_csrf\" value=\"" + token.getToken() + "\">";
    }

    @GetMapping("/console/broken")
    String broken() {
      throw new IllegalStateException("secret detail of the failure");
    }

    @GetMapping("/api/v1/ops/probe")
    String ops() {
      return "figures";
    }

    @PostMapping("/api/v1/ops/probe")
    String change() {
      return "changed";
    }

    @PostMapping("/webhooks/wms/shipment")
    String webhook() {
      return "taken";
    }

    @GetMapping("/nobody/opened/this")
    String unopened() {
      return "leaked";
    }
  }
}
