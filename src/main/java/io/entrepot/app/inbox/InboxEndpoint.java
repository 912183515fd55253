package io.entrepot.app.inbox;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** The stored notices of one partner and document. */
final class InboxEndpoint extends DefaultEndpoint {
  private static final int CONCURRENCY_MAX = 64;

  private final InboxComponent component;
  private final String partner;
  private final String document;
  private int concurrency = 4;

  InboxEndpoint(String uri, InboxComponent component, String partner, String document) {
    super(uri, component);
    this.component = component;
    this.partner = partner;
    this.document = document;
  }

  @Override
  public Consumer createConsumer(Processor route) throws Exception {
    InboxWorker worker =
        new InboxWorker(this, route, component.queue(), component.settings(), component.clock());
    InboxConsumer consumer =
        new InboxConsumer(this, route, worker, component.queue(), component.settings());
    configureConsumer(consumer);
    return consumer;
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException(
        "inbox: is a source only; messages come in by /webhooks/" + partner + "/" + document);
  }

  String partner() {
    return partner;
  }

  String document() {
    return document;
  }

  public int getConcurrency() {
    return concurrency;
  }

  public void setConcurrency(int concurrency) {
    if (concurrency < 1 || concurrency > CONCURRENCY_MAX) {
      throw new IllegalArgumentException(
          "concurrency must lie between 1 and " + CONCURRENCY_MAX + ", not " + concurrency);
    }
    this.concurrency = concurrency;
  }
}
