package io.entrepot.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");

  private final SignInThrottle throttle = new SignInThrottle(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void fiveTriesAreFreeThenTheWaitDoubles() {
    var counter = new TryCounter(5);
    for (int guess = 0; guess < 5; guess++) {
      assertThat(counter.wait("a", NOW)).isZero();
      counter.count("a", NOW);
    }
    assertThat(counter.wait("a", NOW)).isEqualTo(Duration.ofSeconds(30));

    counter.count("a", NOW);
    assertThat(counter.wait("a", NOW)).isEqualTo(Duration.ofSeconds(60));
    for (int guess = 0; guess < 20; guess++) {
      counter.count("a", NOW);
    }
    assertThat(counter.wait("a", NOW)).isEqualTo(Duration.ofMinutes(15));
    assertThat(counter.wait("a", NOW.plus(Duration.ofMinutes(15)))).isZero();
  }

  @Test
  void accountGuessedFromManyAddressesIsSlowedToo() {
    int admitted = 0;
    for (int address = 0; address < 200; address++) {
      admitted += throttle.admit("admin", "10.0.0." + address).isZero() ? 1 : 0;
    }

    assertThat(admitted).isEqualTo(60);
  }

  @Test
  void addressThatTriesManyAccountsIsSlowedToo() {
    int admitted = 0;
    for (int account = 0; account < 200; account++) {
      admitted += throttle.admit("account" + account, "10.0.0.1").isZero() ? 1 : 0;
    }

    assertThat(admitted).isEqualTo(30);
  }

  @Test
  void spellingsOfAnAccountCountAsOne() {
    for (int guess = 0; guess < 5; guess++) {
      throttle.admit(guess % 2 == 0 ? "Admin " : "admin", "10.0.0.1");
    }

    assertThat(throttle.admit("ADMIN", "10.0.0.1")).isPositive();
  }

  @Test
  void memoryStaysBoundedUnderAFloodOfNames() {
    var counter = new TryCounter(5);
    for (int name = 0; name < 100_000; name++) {
      counter.count("name" + name, NOW);
    }

    assertThat(counter.size()).isEqualTo(4_096);
  }
}
