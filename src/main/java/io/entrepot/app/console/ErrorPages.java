package io.entrepot.app.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is shown when something is missing, refused or broken; never the exception itself. */
@Controller
@RequestMapping("/error")
final class ErrorPages implements ErrorController {
  @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
  String page(HttpServletRequest request, HttpServletResponse response, Model model) {
    var status = statusOf(request);
    response.setStatus(status.value());
    model.addAttribute("status", status.value());
    model.addAttribute("kind", kindOf(status));
    return "error/page";
  }

  @RequestMapping
  ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
    var status = statusOf(request);
    var problem = ProblemDetail.forStatusAndDetail(status, detailOf(status));
    problem.setProperty("code", kindOf(status));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static HttpStatus statusOf(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    // Called by hand, /error tells of no error: it is an address like any other that isn't there.
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private static String kindOf(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "not-found";
      case FORBIDDEN, UNAUTHORIZED -> "forbidden";
      default -> status.is4xxClientError() ? "bad-request" : "internal-error";
    };
  }

  private static String detailOf(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "There is nothing at this address. Check its spelling and its id.";
      case FORBIDDEN, UNAUTHORIZED -> "This is not allowed for you. Ask an administrator.";
      default ->
          status.is4xxClientError()
              ? "The request cannot be read. Check its method, its type and its fields."
              : "The hub failed at this. Its log tells why; try again, then tell an operator.";
    };
  }
}
