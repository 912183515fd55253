package io.entrepot.app.export;

import static io.entrepot.app.export.ExportFixture.again;
import static io.entrepot.app.export.ExportFixture.asked;
import static io.entrepot.app.export.ExportFixture.due;
import static io.entrepot.app.export.ExportFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.message.MessageStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErpExportTest {
  private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
  private static final Instant NEXT_NIGHT = Instant.parse("2026-11-21T17:30:00Z");
  // Per file: upload and rename of the content, of the control totals and of the marker.
  private static final int CHANGES = 6;

  private static Path data;
  private static ExportFixture shared;
  private static final AtomicInteger feeds = new AtomicInteger();

  private String feed = "";

  @BeforeAll
  static void start(@TempDir Path folder) {
    data = folder;
    shared = new ExportFixture(data);
  }

  @AfterAll
  static void stop() {
    shared.close();
  }

  @BeforeEach
  void beginAnew() {
    feed = "feed" + feeds.incrementAndGet();
    shared.orders.forgetAll();
  }

  @Test
  void everyLineAndChargeIsARowAndTheTotalsSayHowMany() throws IOException {
    UUID order = shared.orders.paid(day(1), "shop", "셔츠");

    ControlTotals totals = shared.run(period(1)).get(0);

    String csv = shared.read(totals.name(), FeedEncoding.UTF_8_BOM);
    assertThat(csv).startsWith("\uFEFFbusiness_date,confirmed_at,order_id,");
    assertThat(csv.lines().skip(1))
        .containsExactly(
            "2026-01-01,2026-01-01T12:00:00+09:00,%s,shop,%s,LINE,1,SHIRT-1,셔츠,2,15000,30000,KRW,33000"
                .formatted(order, reference(order)),
            "2026-01-01,2026-01-01T12:00:00+09:00,%s,shop,%s,CHARGE,,POST,,,,3000,KRW,33000"
                .formatted(order, reference(order)));
    JsonNode control =
        new ObjectMapper()
            .readTree(shared.read(totals.name() + ".ctl.json", FeedEncoding.UTF_8_BOM));
    assertThat(control.get("rows").asInt()).isEqualTo(2);
    assertThat(control.get("sums").get("KRW").asText()).isEqualTo("33000");
    assertThat(shared.read(totals.name() + ".done", FeedEncoding.UTF_8_BOM))
        .isEqualTo(control.get("sha256").asText())
        .hasSize(64);
  }

  @Test
  void orderIsExportedOnceHoweverOftenTheExportRuns() throws IOException {
    shared.orders.paid(day(2));
    shared.orders.paid(day(2).plusSeconds(1));

    List<ControlTotals> first = shared.run(asked(feed, NOON));
    List<ControlTotals> second = shared.run(asked(feed, NOON.plusSeconds(60)));

    assertThat(first).hasSize(1);
    assertThat(second).isEmpty();
  }

  @Test
  void orderThatCommittedLateIsInTheNextFile() throws IOException {
    shared.run(asked(feed, NOON));
    UUID late = shared.orders.paid(NOON.minusSeconds(5));

    ControlTotals next = shared.run(asked(feed, NOON.plusSeconds(60))).get(0);

    assertThat(shared.read(next.name(), FeedEncoding.UTF_8_BOM)).contains(late.toString());
    assertThat(next.orders()).isEqualTo(1);
  }

  @Test
  void nightlyRunTakesWholeBusinessDaysOfSeoul() throws IOException {
    Instant lastMoment = Instant.parse("2026-11-21T14:59:59.999Z");
    UUID inside = shared.orders.paid(lastMoment);
    UUID nextDay = shared.orders.paid(lastMoment.plusMillis(1));

    ControlTotals totals = shared.run(due(feed, NEXT_NIGHT)).get(0);

    assertThat(totals.businessDate()).isEqualTo("2026-11-21");
    assertThat(shared.read(totals.name(), FeedEncoding.UTF_8_BOM))
        .contains(inside.toString())
        .doesNotContain(nextDay.toString());
  }

  @Test
  void nightWithoutOrdersGivesOneEmptyFileAndRunNowNone() throws IOException {
    shared.run(asked(feed, NEXT_NIGHT));

    assertThat(shared.run(asked(feed, NEXT_NIGHT.plusSeconds(1)))).isEmpty();
    assertThat(shared.run(due(feed, NEXT_NIGHT.plusSeconds(2))))
        .extracting(ControlTotals::rows)
        .containsExactly(0);
    assertThat(shared.run(due(feed, NEXT_NIGHT.plusSeconds(3)))).isEmpty();
  }

  @Test
  void moreOrdersThanAFileHoldsMakeAnotherFileWithTheNextNumber() throws IOException {
    for (int i = 0; i < 5; i++) {
      shared.orders.paid(day(3).plusSeconds(i));
    }

    List<ControlTotals> files =
        shared.run(request(feed, FeedEncoding.UTF_8_BOM, day(4), true, Optional.empty(), 2));

    assertThat(files).extracting(ControlTotals::sequence).containsExactly(1, 2, 3);
    assertThat(files).extracting(ControlTotals::orders).containsExactly(2, 2, 1);
  }

  @Test
  void periodExportedAgainHasTheSameContentUnderANumberOfItsOwn() throws IOException {
    shared.orders.paid(day(5));
    ControlTotals first = shared.run(due(feed, day(6))).get(0);
    shared.orders.paid(day(7));

    ControlTotals repeat = shared.run(again(feed, NOON, "2026-01-01", "2026-01-05")).get(0);
    ControlTotals twice = shared.run(again(feed, NOON, "2026-01-01", "2026-01-05")).get(0);

    assertThat(repeat.feed()).isEqualTo(feed + "-again");
    assertThat(repeat.sha256()).isEqualTo(twice.sha256());
    assertThat(twice.sequence()).isEqualTo(2);
    assertThat(repeat.sha256()).isEqualTo(first.sha256());
    assertThat(repeat.orders()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(BreakingServer.Moment.class)
  void lineThatBreaksAtAnyChangeLosesNothingAndDoublesNothing(BreakingServer.Moment moment)
      throws IOException {
    for (int change = 0; change < CHANGES; change++) {
      String fresh = feed + moment + change;
      UUID order = shared.orders.paid(NOON.plusSeconds(change));
      shared.server.breakAt(change, moment);

      assertThatThrownBy(() -> shared.run(asked(fresh, NOON.plusSeconds(100))))
          .hasMessage("the line broke");
      assertThat(shared.server.broke()).isTrue();
      assertNoMarkerWithoutItsWholeFile(fresh);

      assertThat(shared.run(asked(fresh, NOON.plusSeconds(200)))).hasSize(1);
      List<String> names = shared.received().stream().filter(of(fresh)).toList();
      assertThat(names).hasSize(3);
      assertThat(shared.read(names.get(0), FeedEncoding.UTF_8_BOM))
          .containsOnlyOnce(order + ",shop," + reference(order) + ",LINE");
      assertNoMarkerWithoutItsWholeFile(fresh);
    }
    assertThat(shared.spoolIsEmpty()).isTrue();
  }

  @Test
  void serverThatIsDownLeavesTheMessageForARetryWhichThenSucceeds() throws IOException {
    UUID order = shared.orders.paid(day(8));
    shared.server.breakAt(0, BreakingServer.Moment.BEFORE);
    assertThatThrownBy(() -> shared.run(asked(feed, NOON))).isInstanceOf(IOException.class);
    String name =
        shared
            .jdbc
            .sql("SELECT name FROM export.file WHERE feed = :f")
            .param("f", feed)
            .query(String.class)
            .single();
    assertThat(shared.messages.state(name)).isEqualTo(MessageStatus.RETRY);

    shared.run(asked(feed, NOON.plusSeconds(60)));

    assertThat(shared.messages.state(name)).isEqualTo(MessageStatus.DONE);
    assertThat(shared.messages.state(name + "/" + order)).isEqualTo(MessageStatus.DONE);
    assertThat(shared.messages.correlations)
        .containsEntry(shared.messages.ids.get(name + "/" + order), order);
  }

  @Test
  void strangerAtTheServersAddressGetsNothing() {
    SftpServer fooled = new SftpServer(shared.accounts("SHA256:another"));

    assertThatThrownBy(() -> fooled.open(ExportFixture.FOLDER)).isInstanceOf(IOException.class);
    fooled.destroy();
  }

  @Test
  void koreanFeedIsReadAsCp949AndJapaneseAsCp932() throws IOException {
    shared.orders.paid(day(9), "shop", "똠방각하 ワンピ");

    assertThat(only(FeedEncoding.CP949)).contains("똠방각하 ワンピ");
    ControlTotals japanese = run(FeedEncoding.CP932, feed + "jp");
    assertThat(shared.read(japanese.name(), FeedEncoding.CP932)).contains("???? ワンピ");
    assertThat(japanese.replacedCells()).isEqualTo(1);
  }

  private String only(FeedEncoding encoding) throws IOException {
    return shared.read(run(encoding, feed + encoding).name(), encoding);
  }

  private ControlTotals run(FeedEncoding encoding, String name) throws IOException {
    return shared.run(request(name, encoding, day(10), true, Optional.empty(), 1000)).get(0);
  }

  /** A marker stands for a file that is whole by its own control totals. */
  private void assertNoMarkerWithoutItsWholeFile(String of) throws IOException {
    List<String> names = new ArrayList<>(shared.received());
    for (String name : names) {
      if (name.endsWith(".done") && of(of).test(name)) {
        String file = name.substring(0, name.length() - ".done".length());
        assertThat(names).contains(file, file + ".ctl.json");
        JsonNode control =
            new ObjectMapper().readTree(shared.read(file + ".ctl.json", FeedEncoding.UTF_8_BOM));
        assertThat(shared.read(file, FeedEncoding.UTF_8_BOM).lines().skip(1))
            .hasSize(control.get("rows").asInt());
      }
    }
  }

  private static Predicate<String> of(String feedName) {
    return name -> name.startsWith(feedName + "_");
  }

  private ExportRequest period(int dayOfJanuary) {
    return asked(feed, day(dayOfJanuary).plusSeconds(1));
  }

  /** Noon in Seoul. */
  private static Instant day(int ofJanuary) {
    return Instant.parse("2026-01-%02dT03:00:00Z".formatted(ofJanuary));
  }

  private static String reference(UUID order) {
    return shared.orders.find(order).orElseThrow().reference();
  }
}
