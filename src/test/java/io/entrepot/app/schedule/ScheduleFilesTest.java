package io.entrepot.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

class ScheduleFilesTest {
  private static final String GOOD =
      """
      schedule: nightly
      job: task:count
      cron: "0 2 * * *"
      zone: Asia/Seoul
      misfire: run-once
      limit: 100
      fires:
        - after: "2026-11-21T00:00:00+09:00"
          at: ["2026-11-21T02:00:00+09:00"]
      """;

  @TempDir Path folder;

  @Test
  void goodFileIsReadAsItStands() throws IOException {
    ScheduleFile file = load("nightly.yaml", GOOD).find("nightly").orElseThrow();

    assertThat(file.job()).isEqualTo("task:count");
    assertThat(file.misfire()).isEqualTo(Misfire.RUN_ONCE);
    assertThat(file.limit()).isEqualTo(100);
    assertThat(file.parameters()).isEmpty();
  }

  @Test
  void brokenFileIsRefusedByNameAndReason() {
    assertRefused(GOOD.replace("zone: Asia/Seoul\n", ""), "'zone' is missing");
    assertRefused(GOOD.replace("Asia/Seoul", "Asia/Soul"), "zone 'Asia/Soul' is not known");
    assertRefused(GOOD.replace("limit: 100", "limit: 0"), "limit must be above 0");
    assertRefused(GOOD + "colour: red\n", "colour");
    assertRefused(GOOD.replace("run-once", "always"), "always");
    assertRefused(GOOD.replace("0 2 * * *", "0 2 * *"), "has 4 fields");
  }

  @Test
  void fileNamedOtherThanItsScheduleIsRefused() {
    assertThatThrownBy(() -> load("daily.yaml", GOOD))
        .hasMessage("schedules/daily.yaml: is named 'nightly' inside");
  }

  @Test
  void operatorsOwnFileReplacesTheShippedOne() throws IOException {
    Path own = Files.createDirectories(folder.resolve("schedules")).resolve("order-expiry.yaml");
    Files.writeString(own, GOOD.replace("nightly", "order-expiry"));

    ScheduleFiles files = new ScheduleFiles(ScheduleConfiguration.resources(folder.toString()));

    assertThat(files.find("order-expiry").orElseThrow().job()).isEqualTo("task:count");
  }

  private void assertRefused(String text, String reason) {
    assertThatThrownBy(() -> load("nightly.yaml", text))
        .hasMessageContaining("schedules/nightly.yaml: ")
        .hasMessageContaining(reason);
  }

  private ScheduleFiles load(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return new ScheduleFiles(List.of(new FileSystemResource(file)));
  }
}
