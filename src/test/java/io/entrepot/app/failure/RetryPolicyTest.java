package io.entrepot.app.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;

class RetryPolicyTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 20);
  private static final Failure AWAY = new Failure("TIMEOUT", "", true, Optional.empty());

  private final Random random = new Random(1);

  @Test
  void delaysDoubleToTheLongestAndAreSpreadOverTheirLastHalf() {
    for (int attempt = 1; attempt < 20; attempt++) {
      long full = Math.min(300_000, 1000L << (attempt - 1));
      assertThat(POLICY.after(AWAY, attempt, random).orElseThrow().toMillis())
          .isBetween(full / 2, full);
    }
  }

  @Test
  void theLastTryIsTheLast() {
    assertThat(POLICY.after(AWAY, 20, random)).isEmpty();
  }

  @Test
  void thePartnersOwnWishIsKept() {
    Failure wish = new Failure("RATE_LIMITED", "", true, Optional.of(Duration.ofMinutes(7)));

    assertThat(POLICY.after(wish, 1, random)).contains(Duration.ofMinutes(7));
  }

  @ParameterizedTest
  @EnumSource(ErrorClass.class)
  void aPartnersErrorClassDecides(ErrorClass errorClass) {
    Failure failure =
        Failure.of(new RuntimeException(new PartnerException(errorClass, "CODE", "text")));

    assertThat(failure.errorClass()).isEqualTo(errorClass.name());
    assertThat(POLICY.after(failure, 1, random).isPresent()).isEqualTo(errorClass.retryable());
  }

  @Test
  void aDatabaseThatIsBusyIsTriedAgainAndABrokenRuleIsNot() {
    assertThat(Failure.of(new CannotAcquireLockException("busy")).retryable()).isTrue();
    assertThat(Failure.of(new DuplicateKeyException("twice")).retryable()).isFalse();
  }

  @Test
  void anUnforeseenErrorTellsItsClassOnly() {
    Failure failure = Failure.of(new IllegalStateException("Hong Gildong"));

    assertThat(failure.errorClass()).isEqualTo("OUR_BUG");
    assertThat(failure.text()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failure.retryable()).isFalse();
  }
}
