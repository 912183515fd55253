package io.entrepot.app.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.node.Node;
import io.entrepot.app.security.AdministratorSetup;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a started hub says of itself, with the administrator's password where it has just made it.
 */
public final class Greeting {
  private static final String ACCOUNT = "account";
  private static final String PASSWORD = "password";

  private final Map<String, Object> lines = new LinkedHashMap<>();

  /** Takes the password, which is shown once: only its hash is kept. */
  public Greeting(Node node) {
    lines.put("console", node.url() + "/console");
    node.context()
        .getBean(AdministratorSetup.class)
        .takeGeneratedPassword()
        .ifPresent(
            password -> {
              lines.put(ACCOUNT, AdministratorSetup.LOGIN);
              lines.put(PASSWORD, password);
            });
    lines.putAll(node.addresses());
    lines.put("data", node.data().toString());
    lines.put("pid", ProcessHandle.current().pid());
  }

  public String text() {
    StringBuilder text = new StringBuilder("Entrepot is up.\n");
    lines.forEach((name, value) -> text.append(line(name, value)));
    return text.append("Ctrl-C stops it.").toString();
  }

  /** For people the account and its password stand in one line. */
  private String line(String name, Object value) {
    return switch (name) {
      case ACCOUNT -> "  sign in   %s / %s%n".formatted(value, lines.get(PASSWORD));
      case PASSWORD -> "";
      default -> "  %-9s %s%n".formatted(name, value);
    };
  }

  public String json() throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(lines);
  }
}
