package io.entrepot.app.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.message.OutboundMessage;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PagedOperation;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerPage;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The items of all pages, one page in memory at a time. Each page is a call of its own: limited,
 * journaled, tried again. Not for more than one thread at a time.
 */
final class PageItems implements Iterator<JsonNode> {
  private final PartnerEndpoint endpoint;
  private final PagedOperation operation;
  private final Consumer<UUID> known;
  private final OutboundMessage message;
  private Iterator<JsonNode> items = Collections.emptyIterator();
  private Optional<String> cursor = Optional.empty();
  private boolean lastPage;
  private int page;

  /** Reads the first page at once, so that a partner that is down fails the step itself. */
  PageItems(
      PartnerEndpoint endpoint,
      PagedOperation operation,
      OutboundMessage message,
      Consumer<UUID> known)
      throws PartnerException {
    this.endpoint = endpoint;
    this.operation = operation;
    this.message = message;
    this.known = known;
    turn();
  }

  @Override
  public boolean hasNext() {
    try {
      while (!items.hasNext() && !lastPage) {
        turn();
      }
      return items.hasNext();
    } catch (PartnerException e) {
      throw new PartnerReadingException(e);
    }
  }

  @Override
  public JsonNode next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the last page is read");
    }
    return items.next();
  }

  private void turn() throws PartnerException {
    page++;
    if (page > operation.pagesMax()) {
      throw new PartnerException(
          ErrorClass.BAD_ANSWER,
          "TOO_MANY_PAGES",
          "more than " + operation.pagesMax() + " pages: ask for less, or raise 'pages-max:'");
    }
    PartnerTarget target = endpoint.target();
    PartnerTarget ofPage = new PartnerTarget(target.connector(), target.name(), this::turned);
    items = endpoint.reading().read(ofPage, messageOfPage(), endpoint.timeout(), known).iterator();
  }

  private PartnerAnswer turned(PartnerCall call) throws PartnerException {
    PartnerPage turned = operation.page(call, cursor);
    cursor = turned.next();
    lastPage = cursor.isEmpty();
    return turned.answer();
  }

  private OutboundMessage messageOfPage() {
    return new OutboundMessage(
        message.partner(),
        message.document(),
        message.idempotencyKey() + ":" + page,
        message.correlationId(),
        message.entityKey(),
        message.payload(),
        message.mapping(),
        message.mappingVersion(),
        message.body());
  }
}
