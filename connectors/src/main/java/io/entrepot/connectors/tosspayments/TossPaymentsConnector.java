package io.entrepot.connectors.tosspayments;

import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.DevelopmentSettings;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.OnDemand;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.PaymentOperations;
import io.entrepot.connectors.spi.PaymentProvider;
import io.entrepot.connectors.spi.SettingException;
import io.entrepot.connectors.spi.TestResult;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes card payments that a buyer authorised in Toss's window; README.md beside this has more. */
@Component
public final class TossPaymentsConnector implements Connector {
  static final String ID = "toss-payments";

  private final PartnerSettings settings;
  private final OnDemand<TossPaymentsClient> client;
  private final PaymentProvider provider;

  public TossPaymentsConnector(PartnerSettingsSource source) {
    this.settings = source.of(ID);
    this.client = new OnDemand<>(this::client);
    this.provider = new TossPaymentsProvider(client::get);
  }

  private TossPaymentsClient client() {
    TossPaymentsProperties properties = TossPaymentsProperties.of(settings);
    return new TossPaymentsClient(properties, new PartnerHttp(properties.http()));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean configured() {
    return settings.find("secret-key").isPresent();
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
    return Optional.of(new TossPaymentsSandbox(settings.remembered()));
  }

  @Override
  public DevelopmentSettings developmentSettings() {
    return around ->
        Map.of(
            "base-url", around.sandbox() + "/" + ID,
            "secret-key", "test_sk_" + around.secrets().apply("toss-payments-secret-key"));
  }

  @Override
  public TestResult test() {
    try {
      client.get().ping(Duration.ofSeconds(10));
      return TestResult.passed("address and secret key are accepted");
    } catch (PartnerException | SettingException e) {
      return TestResult.failed(String.valueOf(e.getMessage()));
    }
  }
}
