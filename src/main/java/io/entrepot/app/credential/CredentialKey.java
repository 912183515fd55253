package io.entrepot.app.credential;

import io.entrepot.app.problem.ProblemException;
import java.nio.charset.StandardCharsets;

/** A secret's place: a setting of a partner. */
record CredentialKey(String partner, String name) {
  /** From a person or program outside. */
  static CredentialKey checked(String partner, String name) {
    if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
      throw ProblemException.badRequest(
          "name-invalid",
          "A credential's name is that of a setting: small letters, digits and hyphens, such as"
              + " api-key.");
    }
    return new CredentialKey(partner, name);
  }

  /** What it is sealed for: under another partner or name it does not open. */
  byte[] context() {
    return ("secret:" + partner + "/" + name).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return partner + "/" + name;
  }
}
