package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.NoticeRefused.Reason;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.Trust;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/** {@code basic}: user and password that we gave the partner for its notices. */
record InboundBasic(PartnerSettings settings, Template user, Supplier<List<Secret>> accepted)
    implements InboundTrust {
  static InboundBasic of(Declared declared) {
    return new InboundBasic(
        declared.settings(),
        declared.template("user", "${webhook-user}"),
        declared.accepted("secret", "webhook-secret"));
  }

  @Override
  public Trust trust() {
    return Trust.SHARED_SECRET;
  }

  @Override
  public void check(RawNotice notice) throws NoticeRefused {
    String header = notice.header("Authorization").orElse("");
    boolean right = false;
    for (Secret secret : accepted.get()) {
      byte[] pair = (user.text(settings) + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
      Secret expected = Secret.of("Basic " + Base64.getEncoder().encodeToString(pair));
      right |= expected.matches(header);
    }
    if (!right) {
      throw new NoticeRefused(Reason.NOT_TRUSTED, "Authorization is missing or wrong");
    }
  }
}
