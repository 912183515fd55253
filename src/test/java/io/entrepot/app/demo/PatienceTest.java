package io.entrepot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
  @Test
  void goesOnAsLongAsTheAnswerChanges() throws Exception {
    AtomicInteger asked = new AtomicInteger();

    int answer = new Patience(Duration.ofMillis(700)).until(asked::incrementAndGet, n -> n == 6);

    assertThat(answer).isEqualTo(6);
  }

  @Test
  void whatNoLongerChangesIsGivenUpAndToldAsItStands() throws Exception {
    String answer = new Patience(Duration.ofMillis(300)).until(() -> "stuck", "done"::equals);

    assertThat(answer).isEqualTo("stuck");
  }
}
