package io.entrepot.app.schedule;

import io.entrepot.core.order.ExpireOrders;
import io.entrepot.core.order.ExpireOrdersHandler;
import org.springframework.stereotype.Component;

/** Cancels orders whose time to pay has run out. */
@Component
final class ExpireOrdersTask implements ScheduledTask {
  private final ExpireOrdersHandler orders;

  ExpireOrdersTask(ExpireOrdersHandler orders) {
    this.orders = orders;
  }

  @Override
  public String name() {
    return "expire-orders";
  }

  @Override
  public String run(TaskRun run) {
    return orders.handle(new ExpireOrders(run.limit())) + " orders expired";
  }
}
