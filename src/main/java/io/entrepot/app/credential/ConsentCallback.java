package io.entrepot.app.credential;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.SettingException;
import io.entrepot.connectors.spi.auth.Consent;
import io.entrepot.connectors.spi.auth.TokenVault;
import io.entrepot.connectors.spi.auth.Tokens;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /oauth/partners/{id}/callback}: where a partner sends the owner's browser back to. Open to
 * anybody: the state proves that we sent this browser.
 */
@RestController
final class ConsentCallback {
  private static final Logger LOG = LoggerFactory.getLogger(ConsentCallback.class);

  private final ObjectProvider<Connector> connectors;
  private final Consents consents;
  private final TokenVault vault;
  private final ChangeLog log;

  ConsentCallback(
      ObjectProvider<Connector> connectors, Consents consents, TokenVault vault, ChangeLog log) {
    this.connectors = connectors;
    this.consents = consents;
    this.vault = vault;
    this.log = log;
  }

  @GetMapping("/oauth/partners/{partner}/callback")
  ResponseEntity<String> back(
      @PathVariable String partner, @RequestParam Map<String, String> answer) {
    Optional<Consents.Taken> taken = consents.take(partner, answer.getOrDefault("state", ""));
    Optional<Consent> consent = consent(partner);
    if (taken.isEmpty() || consent.isEmpty()) {
      return page(
          HttpStatus.BAD_REQUEST,
          "This way back is not known, was used already, or took longer than ten minutes. Start"
              + " again: ./hub partner authorise "
              + (consent.isPresent() ? partner : "ID"));
    }
    if (answer.containsKey("error")) {
      return page(
          HttpStatus.BAD_REQUEST,
          "The partner did not give its consent. Start again when it is to be given.");
    }
    return exchanged(partner, consent.get(), taken.get(), answer);
  }

  private ResponseEntity<String> exchanged(
      String partner, Consent consent, Consents.Taken taken, Map<String, String> answer) {
    try {
      Tokens tokens = consent.exchange(answer, taken.verifier(), taken.redirect());
      vault.authorised(consent.key(), tokens);
      log.write(taken.askedBy(), partner, consent.key().name(), "authorised by its owner");
      return page(HttpStatus.OK, partner + " is connected. You may close this window.");
    } catch (PartnerException | SettingException e) {
      LOG.warn("{}: the code was not turned into tokens: {}", partner, e.getMessage());
      return page(
          HttpStatus.BAD_GATEWAY,
          "The partner did not hand out tokens; the hub's log says why. Start again:"
              + " ./hub partner authorise "
              + partner);
    }
  }

  private Optional<Consent> consent(String partner) {
    return connectors
        .orderedStream()
        .filter(connector -> connector.id().equals(partner))
        .findFirst()
        .flatMap(Connector::consent);
  }

  private static ResponseEntity<String> page(HttpStatus status, String text) {
    return ResponseEntity.status(status)
        .contentType(MediaType.TEXT_PLAIN)
        .cacheControl(CacheControl.noStore())
        // The address has the code in it: no other site may learn it.
        .header("Referrer-Policy", "no-referrer")
        .body(text);
  }
}
