package io.entrepot.connectors.mail;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.contract.ConnectorContract;
import io.entrepot.connectors.spi.contract.ContractOf;
import java.time.Clock;
import java.util.Map;

/** Mail keeps the contract of every connector; what is SMTP's own stands in MailConnectorTest. */
@ContractOf("mail")
class MailContractsTest extends ConnectorContract {
  @Override
  protected Connector connector(PartnerSettingsSource source) {
    return new MailConnector(source, Clock.systemUTC());
  }

  @Override
  protected Map<String, String> documents() {
    return Map.of("send", "{\"to\":\"seoyeon@buyer.test\",\"subject\":\"s\",\"text\":\"t\"}");
  }
}
