package io.entrepot.connectors.mail;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.DevelopmentSettings;
import io.entrepot.connectors.spi.OnDemand;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.RateLimit;
import io.entrepot.connectors.spi.TestResult;
import io.entrepot.connectors.spi.Wiring;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends mails through an SMTP server; README.md beside this has more. */
@Component
public final class MailConnector implements Connector {
  static final String ID = "mail";
  private static final int PER_SECOND_FALLBACK = 10;

  private final Wiring<MailClient> wiring;
  private final OnDemand<RateLimit> limit;

  public MailConnector(PartnerSettingsSource source, Clock clock) {
    PartnerSettings settings = source.of(ID);
    this.wiring =
        new Wiring<>(settings, "url", set -> new MailClient(MailProperties.of(set), clock));
    this.limit =
        new OnDemand<>(
            () ->
                RateLimit.perSecond(settings.number("per-second", 1, 1_000, PER_SECOND_FALLBACK)));
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
    return Map.of("send", wiring.operation(MailClient::send));
  }

  /** {@code per-second}, 1 to 1 000, 10 by default. */
  @Override
  public RateLimit limit() {
    return limit.get();
  }

  @Override
  public Set<String> credentials() {
    return Set.of("user", "password");
  }

  @Override
  public DevelopmentSettings developmentSettings() {
    return around ->
        Map.of(
            "url", around.smtp().toString(),
            "from", "Entrepot <no-reply@entrepot.test>",
            "per-second", "50");
  }

  @Override
  public TestResult test() {
    return wiring.test(MailClient::ping, "the mail server takes the connection");
  }
}
