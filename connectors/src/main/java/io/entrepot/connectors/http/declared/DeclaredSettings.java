package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The partner's settings, and behind them what the file says where one is not set. */
final class DeclaredSettings implements PartnerSettings {
  private final PartnerSettings set;
  private final Map<String, DeclaredSetting> declared;
  private final UnaryOperator<@Nullable String> environment;

  DeclaredSettings(
      PartnerSettings set,
      Map<String, DeclaredSetting> declared,
      UnaryOperator<@Nullable String> environment) {
    this.set = set;
    this.declared = declared;
    this.environment = environment;
  }

  @Override
  public String partner() {
    return set.partner();
  }

  @Override
  public Optional<String> find(String name) {
    DeclaredSetting setting = declared.get(name);
    if (setting == null) {
      return set.find(name);
    }
    return set.find(name)
        .or(() -> Optional.ofNullable(setting.environment()).map(environment))
        .or(() -> Optional.ofNullable(setting.fallback()))
        .filter(text -> !text.isBlank());
  }

  /** Whether an installation gave it; what the file falls back on does not count. */
  boolean given(String name) {
    DeclaredSetting setting = declared.get(name);
    return set.find(name).isPresent()
        || (setting != null
            && setting.environment() != null
            && environment.apply(setting.environment()) != null);
  }

  /** The secret in force, and the one before it as long as both may be used. */
  @Override
  public List<Secret> accepted(String name) {
    return set.find(name).isPresent() ? set.accepted(name) : List.of(secret(name));
  }

  /** Values may be secrets. */
  @Override
  public String toString() {
    return set.toString();
  }
}
