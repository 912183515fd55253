package io.entrepot.app.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers of REST controllers that went wrong; the console's pages have their own. */
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> known(ProblemException e) {
    return answer(e.status(), e.code(), String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(MethodArgumentTypeMismatchException e) {
    return answer(
        HttpStatus.BAD_REQUEST,
        "parameter-invalid",
        "'" + e.getName() + "' has a value of the wrong form: " + form(e.getRequiredType()));
  }

  private static String form(@Nullable Class<?> type) {
    if (type != null && type.isEnum()) {
      return "say one of " + Arrays.toString(type.getEnumConstants());
    }
    return type == UUID.class ? "a UUID is needed" : "look it up in the description of this API";
  }

  /** The reference is all that a stranger learns; the log has the rest under it. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(RuntimeException e) {
    UUID reference = UUID.randomUUID();
    LOG.error("Request failed, reference {}", reference, e);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal-error",
        "The hub failed at this request. Look for " + reference + " in its log.");
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, BodyFault.of(e.getCause()));
    problem.setProperty("code", "body-unreadable");
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem) {
      HttpStatus known = HttpStatus.resolve(status.value());
      problem.setProperty(
          "code",
          known == null ? "refused" : known.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return new ResponseEntity<>(body, headers, status);
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
