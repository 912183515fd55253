package io.entrepot.app.command;

import io.entrepot.core.order.ExpireOrders;
import io.entrepot.core.order.ExpireOrdersHandler;
import org.springframework.stereotype.Component;

/** Cancels orders that nobody paid in time and gives their stock back; run by a schedule. */
@Component("expireOrders")
public final class ExpireOrdersJob implements Runnable {
  private static final int LIMIT = 500;

  private final ExpireOrdersHandler handler;

  ExpireOrdersJob(ExpireOrdersHandler handler) {
    this.handler = handler;
  }

  @Override
  public void run() {
    handler.handle(new ExpireOrders(LIMIT));
  }
}
