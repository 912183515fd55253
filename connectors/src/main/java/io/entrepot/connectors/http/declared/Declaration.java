package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.spi.RateLimit;
import io.entrepot.connectors.spi.Retry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file, checked.
 *
 * @param partner its id, the file's own name
 * @param settings by name; {@code base-url} always among them
 * @param test null if there is nothing harmless to ask
 * @param sandbox null if the partner is simulated in Java, or not at all
 */
public record Declaration(
    String partner,
    String title,
    Map<String, DeclaredSetting> settings,
    @Nullable DeclaredAuth auth,
    Limits limits,
    Retry retry,
    ErrorRules errors,
    Map<String, DeclaredOperation> operations,
    Map<String, DeclaredNotice> notices,
    @Nullable TestCall test,
    @Nullable SandboxRules sandbox) {

  /**
   * Reads a file.
   *
   * @param file how findings name it; its last part without {@code .yaml} is the partner's id
   * @throws DeclarationException with every finding
   */
  public static Declaration read(String file, String text) {
    return DeclarationReader.read(file, text);
  }

  /**
   * What one account may do.
   *
   * @param concurrent calls at the same time on this node
   * @param answerBytes a larger answer is broken off
   * @param timeoutSeconds of a call, if its caller has more patience
   */
  record Limits(
      RateLimit rate, int concurrent, int requestBytes, int answerBytes, int timeoutSeconds) {}
}
