package io.entrepot.app.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Refusals of the operations API as RFC 9457 problems that say what to do. */
@Component
final class ProblemWriter {
  private final ObjectMapper json;

  ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  void signInNeeded(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(
        response,
        HttpStatus.UNAUTHORIZED,
        "sign-in-needed",
        "Send the header 'Authorization: Bearer KEY' with the key of this hub's run.json, or sign"
            + " in to the console.");
  }

  void keyRefused(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    write(
        response,
        HttpStatus.UNAUTHORIZED,
        "key-refused",
        "This is not the key of this hub. Read it from run.json in the data directory of the hub"
            + " that you call; it may have been started anew.");
  }

  void forbidden(HttpServletResponse response) throws IOException {
    write(
        response,
        HttpStatus.FORBIDDEN,
        "forbidden",
        "Your account may not do this, or the token against forged requests (X-CSRF-TOKEN) is"
            + " missing. Ask an administrator for the role, or load the page again.");
  }

  private void write(HttpServletResponse response, HttpStatus status, String code, String detail)
      throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", status.getReasonPhrase());
    body.put("status", status.value());
    body.put("code", code);
    body.put("detail", detail);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), body);
  }
}
