package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.mapping.Mapping;
import io.entrepot.app.message.MappedMessage;
import io.entrepot.app.message.MappedMessages;
import io.entrepot.app.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what a mapping makes of one document or of one real message; sends nothing. */
@Component
final class Previews {
  private final MappedMessages messages;

  Previews(MappedMessages messages) {
    this.messages = messages;
  }

  PreviewReport of(Mapping mapping, @Nullable UUID message, @Nullable JsonNode document) {
    if (message != null) {
      return PreviewReport.of(mapping, payload(message)).hidingPersonalData();
    }
    if (document == null) {
      throw ProblemException.badRequest(
          "preview-of-nothing", "Send 'message' (a message's id) or 'document' (JSON).");
    }
    if (document.isTextual()) {
      // A text in JSON has lost the partner's encoding: nothing true could be said of its bytes.
      throw ProblemException.badRequest(
          "preview-of-text",
          "Send 'document' as the tree that the mapping reads; a partner's own bytes are read by"
              + " ./hub mapping preview FILE --with DOCUMENT.");
    }
    return PreviewReport.of(mapping, document);
  }

  private JsonNode payload(UUID id) {
    MappedMessage message =
        messages
            .find(id)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "message-not-found", "There is no message " + id + "; it may be too old."));
    if (message.payload() == null) {
      throw ProblemException.badRequest(
          "message-unreadable",
          "The content of message " + id + " cannot be opened, or it has none before a mapping.");
    }
    return message.payload();
  }
}
