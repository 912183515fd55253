package io.entrepot.core;

import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.core.catalog.RegisterProduct;
import io.entrepot.core.catalog.RegisterProductHandler;
import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.fulfilment.RecordTracking;
import io.entrepot.core.fulfilment.RecordTrackingHandler;
import io.entrepot.core.fulfilment.ShipOrder;
import io.entrepot.core.fulfilment.ShipOrderHandler;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.inventory.ReceiveStock;
import io.entrepot.core.inventory.ReceiveStockHandler;
import io.entrepot.core.inventory.StockLevel;
import io.entrepot.core.inventory.StockLocation;
import io.entrepot.core.inventory.StockLock;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.Address;
import io.entrepot.core.order.Buyer;
import io.entrepot.core.order.CancelOrder;
import io.entrepot.core.order.CancelOrderHandler;
import io.entrepot.core.order.Charge;
import io.entrepot.core.order.ExpireOrders;
import io.entrepot.core.order.ExpireOrdersHandler;
import io.entrepot.core.order.MarkProcessing;
import io.entrepot.core.order.MarkProcessingHandler;
import io.entrepot.core.order.OrderLine;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderStepResult;
import io.entrepot.core.order.OrderTerms;
import io.entrepot.core.order.PlaceOrder;
import io.entrepot.core.order.PlaceOrderHandler;
import io.entrepot.core.order.PlaceOrderResult;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import io.entrepot.core.payment.ConfirmPayment;
import io.entrepot.core.payment.ConfirmPaymentHandler;
import io.entrepot.core.payment.ConfirmPaymentResult;
import io.entrepot.core.payment.PaymentGateway;
import io.entrepot.core.payment.PaymentQueries;
import io.entrepot.core.payment.PaymentRequested;
import io.entrepot.core.payment.RequestPayment;
import io.entrepot.core.payment.RequestPaymentHandler;
import io.entrepot.core.payment.RequestPaymentResult;
import io.entrepot.core.payment.ResolveUnknownPayments;
import io.entrepot.core.payment.ResolveUnknownPaymentsHandler;
import io.entrepot.core.payment.ResolvedPayments;
import io.entrepot.core.privacy.PersonalDataCipher;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The whole core on an empty database, with the words that tests speak; one at a time. */
public final class Shop implements AutoCloseable {
  public static final Currency KRW = Currency.getInstance("KRW");
  public static final String PROVIDER = "toss-payments";
  public static final Buyer BUYER =
      new Buyer("김서연", "seoyeon@buyer.test", "010-0000-0000", "ko", false);
  public static final Address HOME =
      new Address("김서연", null, "04524", "KR", null, "서울", "세종대로 110", null);

  public final SettableClock clock = new SettableClock();
  public final FakeProvider provider = new FakeProvider();
  public final TableOutbox outbox;
  public final JdbcTemplate sql;

  private final HikariDataSource dataSource = TestDatabase.empty();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final AtomicInteger number = new AtomicInteger();

  public Shop() {
    outbox = new TableOutbox(dataSource);
    sql = new JdbcTemplate(dataSource);
    offer(DataSource.class, dataSource);
    offer(PlatformTransactionManager.class, new JdbcTransactionManager(dataSource));
    offer(Clock.class, clock);
    offer(EventOutbox.class, outbox);
    offer(PersonalDataCipher.class, new XorCipher());
    offer(PaymentGateway.class, provider);
    offer(OrderTerms.class, OrderTerms.DEFAULT);
    offer(StockLock.class, new NoStockLock());
    context.scan("io.entrepot.core");
    context.refresh();
  }

  private <T> void offer(Class<T> port, T implementation) {
    context.registerBean(port, () -> implementation);
  }

  public <T> T get(Class<T> part) {
    return context.getBean(part);
  }

  /** A product of its own at 10 000 won, with so many pieces on hand. */
  public String product(int pieces) {
    String code = "SKU-" + number.incrementAndGet();
    get(RegisterProductHandler.class)
        .handle(new RegisterProduct(code, "Product " + code, won(10_000)));
    if (pieces > 0) {
      receive(code, pieces);
    }
    return code;
  }

  public void receive(String sku, int pieces) {
    get(ReceiveStockHandler.class)
        .handle(
            new ReceiveStock(
                sku, StockLocation.MAIN, pieces, "opening", "r" + number.incrementAndGet()));
  }

  public String reference() {
    return "REF-" + number.incrementAndGet();
  }

  public PlaceOrder wish(String reference, String sku, int pieces) {
    return wish(reference, List.of(new OrderLine(sku, pieces, won(10_000))), List.of());
  }

  public PlaceOrder wish(String reference, List<OrderLine> lines, List<Charge> charges) {
    return new PlaceOrder("test-channel", reference, KRW, lines, charges, BUYER, HOME, null, null);
  }

  public PlaceOrderResult place(PlaceOrder wish) {
    return get(PlaceOrderHandler.class).handle(wish);
  }

  public Placed placed(String sku, int pieces) {
    return (Placed) place(wish(reference(), sku, pieces));
  }

  public PaymentRequested requested(UUID orderId) {
    return ((RequestPaymentResult.Requested)
            get(RequestPaymentHandler.class).handle(new RequestPayment(orderId, PROVIDER)))
        .payment();
  }

  public ConfirmPaymentResult confirm(PaymentRequested payment) {
    return confirm(payment, "key-" + payment.paymentId());
  }

  public ConfirmPaymentResult confirm(PaymentRequested payment, String key) {
    return get(ConfirmPaymentHandler.class)
        .handle(new ConfirmPayment(payment.paymentId(), key, payment.amount()));
  }

  public UUID paid(String sku, int pieces) {
    UUID orderId = placed(sku, pieces).orderId();
    confirm(requested(orderId));
    return orderId;
  }

  public ResolvedPayments resolve() {
    return get(ResolveUnknownPaymentsHandler.class).handle(new ResolveUnknownPayments(100));
  }

  public OrderStepResult cancel(UUID orderId) {
    return get(CancelOrderHandler.class).handle(new CancelOrder(orderId, "BUYER_REQUEST", "buyer"));
  }

  public int expire() {
    return get(ExpireOrdersHandler.class).handle(new ExpireOrders(1_000));
  }

  public OrderStepResult markProcessing(UUID orderId) {
    return get(MarkProcessingHandler.class).handle(new MarkProcessing(orderId));
  }

  public OrderStepResult ship(UUID orderId, String waybill) {
    return ship(new ShipOrder(orderId, "04", waybill, clock.instant(), "wms-" + waybill));
  }

  public OrderStepResult ship(ShipOrder notice) {
    return get(ShipOrderHandler.class).handle(notice);
  }

  public OrderStepResult track(RecordTracking notice) {
    return get(RecordTrackingHandler.class).handle(notice);
  }

  public OrderStatus statusOf(UUID orderId) {
    return get(OrderQueries.class).find(orderId).orElseThrow().status();
  }

  public StockLevel level(String sku) {
    return get(InventoryQueries.class).levels(sku).get(0);
  }

  public PaymentQueries payments() {
    return get(PaymentQueries.class);
  }

  public static Money won(long amount) {
    return new Money(amount, KRW);
  }

  @Override
  public void close() {
    context.close();
    dataSource.close();
  }

  /** The database must be right without any lock of the cluster: tests go without. */
  private static final class NoStockLock implements StockLock {
    @Override
    public <T> T withLane(String lane, Supplier<T> work) {
      return work.get();
    }
  }
}
