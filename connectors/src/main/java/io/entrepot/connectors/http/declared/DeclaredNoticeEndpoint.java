package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.http.auth.InboundTrust;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.NoticeRefused.Reason;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Trust;
import io.entrepot.connectors.spi.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A declared notice: believed as declared, read as JSON, named by its declared fields. */
record DeclaredNoticeEndpoint(DeclaredNotice notice, InboundTrust believed)
    implements NoticeEndpoint {
  private static final int KEY_LENGTH_MAX = 300;

  @Override
  public Trust trust() {
    return believed.trust();
  }

  @Override
  public Set<String> methods() {
    return notice.methods();
  }

  @Override
  public Verified verify(RawNotice raw) throws NoticeRefused {
    believed.check(raw);
    JsonNode body = parsed(raw);
    notice.secretField().ifPresent(field -> removed(body, field));
    return new Verified(body, key(body));
  }

  private static void removed(JsonNode body, String field) {
    JsonPointer pointer = JsonPointer.compile(field);
    if (body.at(pointer.head()) instanceof ObjectNode parent) {
      parent.remove(pointer.last().getMatchingProperty());
    }
  }

  private static JsonNode parsed(RawNotice raw) throws NoticeRefused {
    JsonNode body = raw.json();
    if (body.isObject()) {
      return body;
    }
    throw new NoticeRefused(Reason.UNREADABLE, "the body is no JSON object");
  }

  private String key(JsonNode body) throws NoticeRefused {
    List<String> parts = new ArrayList<>();
    for (FieldPath path : notice.key()) {
      parts.add(
          path.textIn(body)
              .orElseThrow(
                  () -> new NoticeRefused(Reason.UNREADABLE, path.text() + " is missing")));
    }
    String key = String.join(":", parts);
    if (key.length() > KEY_LENGTH_MAX) {
      throw new NoticeRefused(Reason.UNREADABLE, "its name is longer than " + KEY_LENGTH_MAX);
    }
    return key;
  }

  @Override
  public Answer answer() {
    return new Answer(notice.answerStatus(), "application/json", notice.answerBody());
  }
}
