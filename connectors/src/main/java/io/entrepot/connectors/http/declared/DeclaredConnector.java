package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.http.auth.AuthDeclaration;
import io.entrepot.connectors.http.auth.Authentication;
import io.entrepot.connectors.http.auth.Authentications;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.DevelopmentSettings;
import io.entrepot.connectors.spi.DocumentMapper;
import io.entrepot.connectors.spi.NoticeEndpoint;
import io.entrepot.connectors.spi.OnDemand;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.RateLimit;
import io.entrepot.connectors.spi.Retry;
import io.entrepot.connectors.spi.TestResult;
import io.entrepot.connectors.spi.auth.Consent;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A partner out of a file. */
final class DeclaredConnector implements Connector {
  /** Where a kind of authentication finds its secret when the declaration names no setting. */
  private static final Set<String> SECRETS_UNSAID =
      Set.of("api-key", "api-token", "password", "secret-key", "client-secret", "signing-key");

  private final Declaration declaration;
  private final DeclaredSettings settings;
  private final Map<String, Operation> operations;
  private final Map<String, NoticeEndpoint> notices;
  private final Optional<Consent> consent;
  private final ConnectionTest test;
  private final Supplier<Optional<Sandbox>> sandbox;

  /**
   * @param sandbox the partner's simulation, if there is one; asked late
   * @throws io.entrepot.connectors.http.auth.AuthDeclarationException if what the file says of
   *     authentication or trust cannot be meant
   */
  DeclaredConnector(
      Declaration declaration,
      DeclaredSettings settings,
      Authentications authentications,
      DocumentMapper mapper,
      Supplier<Optional<Sandbox>> sandbox) {
    this.declaration = declaration;
    this.settings = settings;
    this.sandbox = sandbox;
    Authentication authentication = authentication(authentications);
    OnDemand<PartnerLine> line =
        new OnDemand<>(() -> new PartnerLine(declaration, settings, authentication));
    this.operations = DeclaredOperations.of(declaration, settings, line::get, mapper);
    this.notices = notices(authentications);
    this.consent = authDeclaration().flatMap(auth -> authentications.consent(auth, settings));
    this.test = new ConnectionTest(declaration, settings, operations);
  }

  private @Nullable Authentication authentication(Authentications authentications) {
    return authDeclaration().map(auth -> authentications.of(auth, settings)).orElse(null);
  }

  private Optional<AuthDeclaration> authDeclaration() {
    return Optional.ofNullable(declaration.auth())
        .map(auth -> new AuthDeclaration(auth.place() + " auth", auth.values()));
  }

  private Map<String, NoticeEndpoint> notices(Authentications authentications) {
    Map<String, NoticeEndpoint> endpoints = new LinkedHashMap<>();
    declaration
        .notices()
        .forEach(
            (name, notice) -> {
              DeclaredAuth trust = notice.trust();
              AuthDeclaration declared =
                  new AuthDeclaration(trust.place() + " trust", trust.values());
              endpoints.put(
                  name,
                  new DeclaredNoticeEndpoint(notice, authentications.trust(declared, settings)));
            });
    return Collections.unmodifiableMap(endpoints);
  }

  @Override
  public String id() {
    return declaration.partner();
  }

  @Override
  public String title() {
    return declaration.title();
  }

  @Override
  public boolean configured() {
    // A partner without any secret, whose file has every value, needs nobody to set anything.
    boolean nothingToGive =
        declaration.settings().values().stream().allMatch(one -> one.fallback() != null);
    return nothingToGive || declaration.settings().keySet().stream().anyMatch(settings::given);
  }

  @Override
  public Map<String, Operation> operations() {
    return operations;
  }

  @Override
  public Map<String, NoticeEndpoint> notices() {
    return notices;
  }

  @Override
  public Optional<Consent> consent() {
    return consent;
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return sandbox.get();
  }

  @Override
  public RateLimit limit() {
    return declaration.limits().rate();
  }

  @Override
  public Retry retry() {
    return declaration.retry();
  }

  /** All that its file names as settings. */
  @Override
  public Set<String> credentials() {
    Set<String> names = new TreeSet<>(declaration.settings().keySet());
    if (declaration.settings().values().stream().noneMatch(DeclaredSetting::secret)) {
      names.addAll(SECRETS_UNSAID);
    }
    return names;
  }

  /** None without a simulation: there is nobody to talk to then. */
  @Override
  public DevelopmentSettings developmentSettings() {
    return around -> {
      if (sandbox.get().isEmpty()) {
        return Map.of();
      }
      Map<String, String> values = new LinkedHashMap<>();
      declaration.settings().values().forEach(setting -> put(values, setting, around.secrets()));
      values.put(SettingsSection.BASE_URL, around.simulated(id()));
      told()
          .ifPresent(
              notice -> values.put(DeclaredSandbox.WEBHOOK_URL, around.webhook(id(), notice)));
      return values;
    };
  }

  /** The notice that the simulation sends. */
  private Optional<String> told() {
    SandboxRules rules = declaration.sandbox();
    return rules != null && rules.webhook() != null
        ? Optional.of(rules.webhook().notice())
        : declaration.notices().keySet().stream().findFirst();
  }

  private void put(
      Map<String, String> values, DeclaredSetting setting, UnaryOperator<String> secrets) {
    if (setting.secret()) {
      values.put(setting.name(), secrets.apply(id() + "-" + setting.name()));
    } else if (setting.development() != null) {
      values.put(setting.name(), setting.development());
    }
  }

  @Override
  public TestResult test() {
    return test.run();
  }

  /** Names the file, not this class. */
  @Override
  public String toString() {
    return "declared/" + id() + ".yaml";
  }
}
