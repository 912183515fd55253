package io.entrepot.app.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One count or sum, asked of both sides.
 *
 * @param name what is compared, and who both sides are
 */
@JsonPropertyOrder({"name", "ours", "theirs", "equal"})
public record Check(String name, String ours, String theirs) {
  static Check of(String name, Object ours, Object theirs) {
    return new Check(name, String.valueOf(ours), String.valueOf(theirs));
  }

  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public boolean equal() {
    return ours.equals(theirs);
  }
}
