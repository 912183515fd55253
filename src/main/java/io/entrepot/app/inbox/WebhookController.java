package io.entrepot.app.inbox;

import io.entrepot.connectors.spi.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for partners' notices: {@code /webhooks/{partner}/{document}}. */
@RestController
class WebhookController {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  private final Reception reception;
  private final RefusalJournal journal;

  WebhookController(Reception reception, RefusalJournal journal) {
    this.reception = reception;
    this.journal = journal;
  }

  /** Any method comes here: which of them a document uses, its connector declares. */
  @RequestMapping("/webhooks/{partner}/{document}")
  ResponseEntity<?> receive(
      @PathVariable String partner, @PathVariable String document, HttpServletRequest request)
      throws IOException {
    Knock knock = new Knock(partner, document, request);
    try {
      return answer(reception.receive(knock));
    } catch (NoticeRefusal e) {
      String detail = String.valueOf(e.getMessage());
      journal.write(knock, e.code(), detail);
      return problem(e.code().status(), e.code().code(), detail);
    } catch (DataAccessException e) {
      LOG.warn("A notice for {}/{} could not be stored: {}", partner, document, e.toString());
      return problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "store-unavailable",
          "The notice was not stored: send it again in a moment.");
    }
  }

  private static ResponseEntity<byte[]> answer(Answer answer) {
    return ResponseEntity.status(answer.status())
        .header(HttpHeaders.CONTENT_TYPE, answer.contentType())
        .body(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.body(problem);
  }
}
