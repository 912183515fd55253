package io.entrepot.connectors.tosspayments;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.DevelopmentSettings;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.PaymentOperations;
import io.entrepot.connectors.spi.PaymentProvider;
import io.entrepot.connectors.spi.TestResult;
import io.entrepot.connectors.spi.Wiring;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes card payments that a buyer authorised in Toss's window; README.md beside this has more. */
@Component
public final class TossPaymentsConnector implements Connector {
  static final String ID = "toss-payments";

  private final Wiring<TossPaymentsClient> wiring;
  private final PaymentProvider provider;

  public TossPaymentsConnector(PartnerSettingsSource source) {
    this.wiring = new Wiring<>(source.of(ID), "secret-key", TossPaymentsClient::of);
    this.provider = new TossPaymentsProvider(wiring::client);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean configured() {
    return wiring.configured();
  }

  @Override
  public Map<String, Operation> operations() {
    return PaymentOperations.of(provider);
  }

  @Override
  public Optional<PaymentProvider> payments() {
    return Optional.of(provider);
  }

  @Override
  public Map<String, NoticeEndpoint> notices() {
    return Map.of("payment-return", new TossPaymentsReturn());
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return Optional.of(new TossPaymentsSandbox(wiring.account()));
  }

  @Override
  public Set<String> credentials() {
    return Set.of("secret-key");
  }

  @Override
  public DevelopmentSettings developmentSettings() {
    return around ->
        Map.of(
            "base-url",
            around.simulated(ID),
            "secret-key",
            "test_sk_" + around.secret("toss-payments-secret-key"));
  }

  @Override
  public TestResult test() {
    return wiring.test(TossPaymentsClient::ping, "address and secret key are accepted");
  }
}
