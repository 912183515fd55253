package io.entrepot.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples inside the schedule files that ship. */
class EveryScheduleTest {
  private final ScheduleFiles files = new ScheduleFiles(ScheduleConfiguration.resources(""));

  EveryScheduleTest() throws IOException {}

  @TestFactory
  Stream<DynamicTest> firesWhenItsExamplesSay() {
    return files.all().stream()
        .flatMap(file -> file.fires().stream().map(example -> test(file, example)));
  }

  @Test
  void everyScheduleHasAnExample() {
    assertThat(files.all()).isNotEmpty().allSatisfy(file -> assertThat(file.fires()).isNotEmpty());
  }

  private static DynamicTest test(ScheduleFile file, ScheduleFile.Fires example) {
    return DynamicTest.dynamicTest(
        file.schedule() + " after " + example.after(),
        () -> assertThat(fires(file, example)).isEqualTo(instants(example.at())));
  }

  private static List<Instant> fires(ScheduleFile file, ScheduleFile.Fires example) {
    return file.cron().nextAfter(example.after().toInstant(), file.zone(), example.at().size());
  }

  private static List<Instant> instants(List<OffsetDateTime> moments) {
    return moments.stream().map(OffsetDateTime::toInstant).toList();
  }
}
