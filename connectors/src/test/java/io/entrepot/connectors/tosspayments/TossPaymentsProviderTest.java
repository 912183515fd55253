package io.entrepot.connectors.tosspayments;

import io.entrepot.connectors.spi.PaymentProvider;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.contract.ContractOf;
import io.entrepot.connectors.spi.contract.PaymentProviderContract;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import io.entrepot.core.money.Money;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

@ContractOf("toss-payments")
class TossPaymentsProviderTest extends PaymentProviderContract {
  private TossPaymentsConnector connector;
  private final RunningSandbox sandbox =
      RunningSandbox.inMemory(
          source -> {
            connector = new TossPaymentsConnector(source);
            return Stream.of(connector);
          });

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Override
  protected PaymentProvider provider() {
    return connector.payments().orElseThrow();
  }

  @Override
  protected String authorise(String paymentId, Money amount) {
    return TossWindow.authorise(sandbox, paymentId, amount.minor());
  }

  @Override
  protected void next(Trouble trouble) {
    String fault =
        Map.of(
                Trouble.NO_ANSWER, "hang",
                Trouble.CHARGED_THEN_CUT_OFF, "drop-after",
                Trouble.FAILED_BEFORE, "error-before",
                Trouble.FAILED_AFTER, "error-after",
                Trouble.TOO_MANY, "rate-limit")
            .get(trouble);
    sandbox.fault("toss-payments", fault, 1);
  }

  @Override
  protected void declineNext() {
    sandbox.fault("toss-payments", "decline", 1);
  }

  @Override
  protected Money charged() {
    return Money.parse(sandbox.books("toss-payments").path("sums").path("confirmed").asText());
  }

  @Override
  protected List<String> secrets() {
    String key = sandbox.setting("toss-payments", "secret-key");
    return List.of(key, TossPaymentsClient.authorization(Secret.of(key)));
  }
}
