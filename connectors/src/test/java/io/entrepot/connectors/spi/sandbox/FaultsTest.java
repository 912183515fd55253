package io.entrepot.connectors.spi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Faults faults = new Faults(List.of(new FaultName("decline", "says no")));

  @Test
  void sameSeedTakesTheSameChances() {
    faults.on("decline", 0.3, 42, 1_000);
    List<Boolean> first = chances(200);
    faults.on("decline", 0.3, 42, 1_000);

    assertThat(chances(200)).isEqualTo(first);
    assertThat(first.stream().filter(struck -> struck).count()).isBetween(30L, 90L);
  }

  @Test
  void faultEndsAfterItsCount() {
    faults.on("decline", 1, 0, 2);

    assertThat(chances(4)).containsExactly(true, true, false, false);
    assertThat(faults.states().get(0).strikes()).isEqualTo(2);
  }

  @Test
  void switchedOffStrikesNoMore() {
    faults.on("decline", 1, 0, 9);
    faults.off("decline");

    assertThat(faults.strikes("decline")).isFalse();
  }

  @Test
  void headerStrikesThatRequestOnly() {
    assertThat(faults.strikes("decline", request("hang, decline"))).isTrue();
    assertThat(faults.strikes("decline", request("hang"))).isFalse();
    assertThat(faults.strikes("decline")).isFalse();
  }

  @Test
  void unknownNameAndRateOutOfRangeAreRefused() {
    assertThatThrownBy(() -> faults.on("explode", 1, 0, 1)).hasMessageContaining("decline");
    assertThatThrownBy(() -> faults.on("decline", 1.5, 0, 1)).hasMessageContaining("rate");
    assertThatThrownBy(() -> faults.on("decline", Double.NaN, 0, 1)).hasMessageContaining("rate");
  }

  private List<Boolean> chances(int number) {
    return IntStream.range(0, number).mapToObj(i -> faults.strikes("decline")).toList();
  }

  private static SandboxRequest request(String header) {
    return new SandboxRequest("GET", "/", Map.of(), Map.of("x-sandbox-fault", header), "");
  }
}
