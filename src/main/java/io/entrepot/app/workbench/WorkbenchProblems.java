package io.entrepot.app.workbench;

import io.entrepot.app.mapping.MappingFileException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the workbench refuses, as problems. */
@RestControllerAdvice(assignableTypes = MappingsApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WorkbenchProblems {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> bad(MappingFileException e) {
    return answer(
        HttpStatus.UNPROCESSABLE_ENTITY, "mapping-file-bad", String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> overtaken(Overtaken e) {
    return answer(HttpStatus.CONFLICT, "mapping-changed-meanwhile", String.valueOf(e.getMessage()));
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
