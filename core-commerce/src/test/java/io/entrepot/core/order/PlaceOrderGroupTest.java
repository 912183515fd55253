package io.entrepot.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.entrepot.core.Race;
import io.entrepot.core.Shop;
import io.entrepot.core.commit.CommandFailedException;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.order.PlaceOrderResult.AlreadyPlaced;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import io.entrepot.core.order.PlaceOrderResult.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders that are decided together do one another no harm. */
class PlaceOrderGroupTest {
  private static final Shop shop = new Shop();

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void booksAgree() {
    assertThat(shop.get(InventoryQueries.class).check()).isEmpty();
  }

  @Test
  void anOrderThatTheDatabaseCannotKeepFailsAlone() throws Exception {
    String sku = shop.product(100);
    List<CompletableFuture<PlaceOrderResult>> answers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      // PostgreSQL keeps no NUL in a text.
      answers.add(submit(shop.wish(i == 13 ? "bad\u0000one" : shop.reference(), sku, 1)));
    }

    assertThatThrownBy(() -> answers.remove(13).get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(CommandFailedException.class);

    for (CompletableFuture<PlaceOrderResult> answer : answers) {
      assertThat(answer.get()).isInstanceOf(Placed.class);
    }
    assertThat(shop.level(sku).reserved()).isEqualTo(29);
  }

  @Test
  void aRepeatAmongNewOnesIsRecognisedWhateverItsStock() throws Exception {
    String sku = shop.product(2);
    PlaceOrder wish = shop.wish(shop.reference(), sku, 1);
    Placed first = (Placed) shop.place(wish);
    shop.placed(sku, 1);

    CompletableFuture<PlaceOrderResult> repeat = submit(wish);
    CompletableFuture<PlaceOrderResult> late = submit(shop.wish(shop.reference(), sku, 1));

    assertThat(repeat.get()).isEqualTo(new AlreadyPlaced(first.orderId()));
    assertThat(late.get()).isInstanceOf(Refused.class);
  }

  @Test
  void aRepeatThatBreaksARuleIsStillRecognised() {
    PlaceOrder wish = shop.wish(shop.reference(), shop.product(1), 1);
    Placed first = (Placed) shop.place(wish);

    PlaceOrderResult repeat = shop.place(shop.wish(wish.reference(), List.of(), List.of()));

    assertThat(repeat).isEqualTo(new AlreadyPlaced(first.orderId()));
  }

  @Test
  void whatWasSoldOutIsSoldAgainAsSoonAsItIsThere() {
    String sku = shop.product(0);
    assertThat(shop.place(shop.wish(shop.reference(), sku, 1))).isInstanceOf(Refused.class);
    assertThat(shop.place(shop.wish(shop.reference(), sku, 1)))
        .isEqualTo(new Refused(PlaceOrderRefusal.OUT_OF_STOCK, sku + " wanted 1, available 0"));

    shop.receive(sku, 1);

    assertThat(shop.place(shop.wish(shop.reference(), sku, 1))).isInstanceOf(Placed.class);
  }

  @Test
  void aRepeatIsRecognisedEvenWhileItsSkuIsKnownToBeSoldOut() {
    String sku = shop.product(1);
    PlaceOrder wish = shop.wish(shop.reference(), sku, 1);
    Placed first = (Placed) shop.place(wish);
    assertThat(shop.place(shop.wish(shop.reference(), sku, 1))).isInstanceOf(Refused.class);

    assertThat(shop.place(wish)).isEqualTo(new AlreadyPlaced(first.orderId()));
  }

  @Test
  void ofACrowdThatComesAtOnceAsManyGetAPieceAsThereAre() {
    String sku = shop.product(5);
    List<CompletableFuture<PlaceOrderResult>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(submit(shop.wish(shop.reference(), sku, 1)));
    }

    List<PlaceOrderResult> results = answers.stream().map(CompletableFuture::join).toList();

    assertThat(results).filteredOn(Placed.class::isInstance).hasSize(5);
    assertThat(results).filteredOn(Refused.class::isInstance).hasSize(45);
  }

  @Test
  void withBackendsKilledMeanwhileEveryAnswerIsTrue() throws Exception {
    String sku = shop.product(150);
    AtomicBoolean over = new AtomicBoolean();
    Thread killer = new Thread(() -> killBackendsUntil(over));
    killer.start();
    List<Callable<Integer>> buyers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      buyers.add(() -> placeMany(sku, 25));
    }

    int placed = Race.of(buyers).stream().mapToInt(Integer::intValue).sum();

    over.set(true);
    killer.join();
    assertThat(placed).isEqualTo(150);
    assertThat(shop.level(sku).reserved()).isEqualTo(150);
  }

  private static int placeMany(String sku, int times) {
    int placed = 0;
    for (int i = 0; i < times; i++) {
      placed += shop.place(shop.wish(shop.reference(), sku, 1)) instanceof Placed ? 1 : 0;
    }
    return placed;
  }

  /** As an operator would, whatever they are doing; a little time between two blows. */
  private static void killBackendsUntil(AtomicBoolean over) {
    while (!over.get()) {
      shop.sql.execute(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE pid <> pg_backend_pid() AND state <> 'idle' AND backend_type = 'client backend'
          """);
      await().pollDelay(Duration.ofMillis(100)).until(() -> true);
    }
  }

  private static CompletableFuture<PlaceOrderResult> submit(PlaceOrder wish) {
    return shop.get(PlaceOrderHandler.class).submit(wish);
  }
}
