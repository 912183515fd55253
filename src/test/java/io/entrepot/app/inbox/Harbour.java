package io.entrepot.app.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.PartnerJson;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.TestResult;
import io.entrepot.connectors.spi.Trust;
import io.entrepot.connectors.spi.Verified;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * A partner with a notice that carries a password, and a browser's return that carries nothing. Its
 * id is its own, so that tests share one database.
 */
final class Harbour implements Connector {
  static final String PASSWORD = "open-sesame";

  private final String id;

  Harbour(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean configured() {
    return true;
  }

  @Override
  public Map<String, NoticeEndpoint> notices() {
    return Map.of("arrival", new Arrival(), "return", new BrowserReturn());
  }

  @Override
  public TestResult test() {
    return TestResult.passed("always here");
  }

  private static final class Arrival implements NoticeEndpoint {
    @Override
    public Trust trust() {
      return Trust.SIGNED;
    }

    @Override
    public Verified verify(RawNotice raw) throws NoticeRefused {
      String password = raw.header("X-Password").orElse("");
      if (!password.equals(PASSWORD)) {
        throw new NoticeRefused(NoticeRefused.Reason.NOT_TRUSTED, "The password is wrong.");
      }
      if (raw.header("X-Old").isPresent()) {
        throw new NoticeRefused(NoticeRefused.Reason.TOO_OLD, "The notice is too old.");
      }
      try {
        JsonNode body = PartnerJson.read(raw.text());
        return new Verified(body, body.path("id").asText());
      } catch (IOException e) {
        throw new NoticeRefused(NoticeRefused.Reason.UNREADABLE, "The body is not JSON.");
      }
    }

    @Override
    public Answer answer() {
      return Answer.json("{\"taken\":true}");
    }
  }

  private static final class BrowserReturn implements NoticeEndpoint {
    @Override
    public Trust trust() {
      return Trust.MUST_ASK;
    }

    @Override
    public Set<String> methods() {
      return Set.of("GET");
    }

    @Override
    public Verified verify(RawNotice raw) {
      String order = raw.query("order").orElse("");
      return new Verified(new ObjectMapper().createObjectNode().put("order", order), order);
    }

    @Override
    public Answer answer() {
      return Answer.html("<p>Thank you</p>");
    }
  }
}
