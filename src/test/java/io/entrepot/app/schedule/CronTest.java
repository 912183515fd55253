package io.entrepot.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 2 * * *|0 0 2 * * ?",
        "0 * * * *|0 0 * * * ?",
        "30 9 * * 1|0 30 9 ? * MON",
        "30 9 * * 0|0 30 9 ? * SUN",
        "30 9 * * 7|0 30 9 ? * SUN",
        "30 9 * * 1-5|0 30 9 ? * MON,TUE,WED,THU,FRI",
        "30 9 * * 5-7|0 30 9 ? * SUN,FRI,SAT",
        "30 9 * * */2|0 30 9 ? * SUN,TUE,THU,SAT",
        "30 9 * * mon,WED|0 30 9 ? * MON,WED",
        "0 0 1 * *|0 0 0 1 * ?",
        "15 0 2 * * MON|15 0 2 ? * MON",
        "*/10 * * * * *|*/10 * * * * ?"
      })
  void fiveAndSixFieldsMeanWhatCronMeans(String cron, String quartz) {
    assertThat(Cron.parse(cron).quartz()).isEqualTo(quartz);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0 2 * *", "0 2 * * * * *", "61 2 * * *", "0 2 1 * 1", "0 2 * * 8", "0 2 * * 5-1"})
  void whatCronDoesNotMeanIsRefusedByName(String cron) {
    assertThatThrownBy(() -> Cron.parse(cron)).hasMessageContaining("cron '" + cron + "'");
  }

  @Test
  void mondayIsMondayInTheDeclaredZone() {
    Instant saturday = Instant.parse("2026-11-21T00:00:00Z");

    assertThat(Cron.parse("0 9 * * 1").nextAfter(saturday, SEOUL, 2))
        .containsExactly(
            Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-30T00:00:00Z"));
  }
}
