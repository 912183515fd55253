package io.entrepot.app.inbox;

import io.entrepot.app.message.InboundMessage;
import io.entrepot.app.message.MessageStore;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.SettingException;
import io.entrepot.connectors.spi.Verified;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Verify, store, answer: in this order, so that what was answered is never lost. */
@Component
final class Reception {
  private final Map<String, Connector> connectors;
  private final MessageStore store;
  private final InboxSettings settings;
  private final Clock clock;

  Reception(
      ObjectProvider<Connector> connectors,
      MessageStore store,
      InboxSettings settings,
      Clock clock) {
    this.connectors =
        connectors.stream().collect(Collectors.toUnmodifiableMap(Connector::id, c -> c));
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** A repeated notice is answered like its first. */
  Answer receive(Knock knock) throws NoticeRefusal, IOException {
    NoticeEndpoint endpoint = endpoint(knock);
    if (!endpoint.methods().contains(knock.method())) {
      throw new NoticeRefusal(
          RefusalCode.METHOD_NOT_ALLOWED, "This notice comes by " + endpoint.methods() + ".");
    }
    if (!knock.readBody(settings.bodyBytesMax())) {
      throw new NoticeRefusal(
          RefusalCode.BODY_TOO_LARGE,
          "A notice has at most " + settings.bodyBytesMax() + " bytes: send it in parts.");
    }
    store.inbound(message(knock, verify(endpoint, knock)));
    return endpoint.answer();
  }

  private NoticeEndpoint endpoint(Knock knock) throws NoticeRefusal {
    return Optional.ofNullable(connectors.get(knock.partner()))
        .map(connector -> connector.notices().get(knock.document()))
        .orElseThrow(
            () ->
                new NoticeRefusal(
                    RefusalCode.NOTICE_UNKNOWN,
                    "No partner sends this document here: check the address."));
  }

  private Verified verify(NoticeEndpoint endpoint, Knock knock) throws NoticeRefusal {
    RawNotice notice = notice(knock);
    try {
      return endpoint.verify(notice);
    } catch (NoticeRefused e) {
      throw new NoticeRefusal(RefusalCode.of(e.reason()), String.valueOf(e.getMessage()));
    } catch (SettingException e) {
      throw new NoticeRefusal(RefusalCode.PARTNER_NOT_CONFIGURED, String.valueOf(e.getMessage()));
    }
  }

  private RawNotice notice(Knock knock) throws NoticeRefusal {
    try {
      return knock.notice(clock.instant());
    } catch (IllegalArgumentException e) {
      throw new NoticeRefusal(RefusalCode.BODY_UNREADABLE, "The query is not properly encoded.");
    }
  }

  private static InboundMessage message(Knock knock, Verified verified) throws NoticeRefusal {
    try {
      return new InboundMessage(
          knock.partner(), knock.document(), verified.idempotencyKey(), verified.body());
    } catch (IllegalArgumentException e) {
      throw new NoticeRefusal(
          RefusalCode.BODY_UNREADABLE, "What names this notice is unusable: " + e.getMessage());
    }
  }
}
