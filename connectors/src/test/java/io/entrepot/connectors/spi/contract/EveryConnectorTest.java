package io.entrepot.connectors.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.connectors.http.declared.MemoryVault;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.PaymentConfirmation;
import io.entrepot.connectors.spi.PaymentLookup;
import io.entrepot.connectors.spi.PaymentProvider;
import io.entrepot.connectors.spi.PaymentRefund;
import io.entrepot.connectors.spi.PaymentResult;
import io.entrepot.connectors.spi.Surroundings;
import io.entrepot.connectors.spi.TestResult;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** A connector that is found shows its contracts: without their tests the build fails. */
class EveryConnectorTest {
  private static final String EVERYWHERE = "io.entrepot.connectors";
  private static final MissingContracts MISSING = new MissingContracts(tests());

  @Test
  void everyConnectorThatIsFoundShowsItsContracts() throws Exception {
    List<Connector> connectors = connectors();
    assertThat(connectors)
        .extracting(Connector::id)
        .contains("buyer-bot", "mail", "sweettracker", "toss-payments", "wms")
        .doesNotHaveDuplicates();

    for (Connector connector : connectors) {
      assertThat(MISSING.of(connector, overHttp(connector))).as(connector.id()).isEmpty();
    }
  }

  @Test
  void everyPortHasOneSuite() {
    assertThat(MissingContracts.ports().values()).contains(PaymentProvider.class);
    for (Class<?> port : MissingContracts.ports().values()) {
      assertThat(MISSING.suite(port)).isNotNull();
    }
    assertThat(MISSING.suite(PaymentProvider.class)).isEqualTo(PaymentProviderContract.class);
  }

  @Test
  void connectorWithoutItsTestsIsMissed() throws Exception {
    assertThat(MISSING.of(new Untested(), true))
        .containsExactly(
            "no test extends HttpConnectorContract with @ContractOf(untested)",
            "no test extends PaymentProviderContract with @ContractOf(untested)");
  }

  /** What its development settings call an address of ours, it calls over HTTP. */
  private static boolean overHttp(Connector connector) {
    Surroundings around =
        new Surroundings(
            URI.create("http://sandbox.test"),
            URI.create("smtp://mail.test:25"),
            URI.create("http://hub.test"),
            name -> "secret0secret0secret0secret0secret0");
    return connector.developmentSettings().in(around).containsKey("base-url");
  }

  private static List<Connector> connectors() {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    PartnerSettingsSource nothing = id -> PartnerSettings.of(id, Map.of());
    beans.registerSingleton("settings", nothing);
    beans.registerSingleton("clock", Clock.systemUTC());
    beans.registerSingleton("authentications", MemoryVault.authentications());
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Component.class));
    List<Connector> connectors = new ArrayList<>();
    for (Class<?> type : found(scan)) {
      if (Connector.class.isAssignableFrom(type)) {
        connectors.add(
            (Connector)
                beans.autowire(type, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false));
      }
    }
    return connectors;
  }

  private static List<Class<?>> tests() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false) {
          // Tests that are nested in another's class count, too.
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
            return found.getMetadata().isConcrete();
          }
        };
    for (Class<?> suite :
        List.of(
            ConnectorContract.class,
            NoticeContract.class,
            PaymentProviderContract.class,
            SandboxContract.class)) {
      scan.addIncludeFilter(new AssignableTypeFilter(suite));
    }
    return found(scan);
  }

  private static List<Class<?>> found(ClassPathScanningCandidateComponentProvider scan) {
    TreeSet<String> names = new TreeSet<>();
    scan.findCandidateComponents(EVERYWHERE).forEach(bean -> names.add(bean.getBeanClassName()));
    List<Class<?>> types = new ArrayList<>();
    try {
      for (String name : names) {
        types.add(Class.forName(name));
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
    return types;
  }

  /** Claims a port and shows nothing. */
  private static final class Untested implements Connector, PaymentProvider {
    @Override
    public String id() {
      return "untested";
    }

    @Override
    public boolean configured() {
      return false;
    }

    @Override
    public Map<String, Operation> operations() {
      return Map.of();
    }

    @Override
    public Optional<PaymentProvider> payments() {
      return Optional.of(this);
    }

    @Override
    public TestResult test() {
      return TestResult.failed("nothing to test");
    }

    @Override
    public PaymentResult confirm(PaymentConfirmation confirmation, Duration timeout) {
      return new PaymentResult.Declined("NO", "no");
    }

    @Override
    public PaymentResult lookup(PaymentLookup lookup, Duration timeout) {
      return new PaymentResult.Declined("NO", "no");
    }

    @Override
    public PaymentResult refund(PaymentRefund refund, Duration timeout) {
      return new PaymentResult.Declined("NO", "no");
    }
  }
}
