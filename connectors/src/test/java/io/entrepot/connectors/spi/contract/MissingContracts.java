package io.entrepot.connectors.spi.contract;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.Port;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which contracts no test shows. */
final class MissingContracts {
  private final List<Class<?>> tests;

  MissingContracts(List<Class<?>> tests) {
    this.tests = tests;
  }

  /** The ports of the SPI: methods of {@link Connector} that answer an Optional of one. */
  static Map<Method, Class<?>> ports() {
    Map<Method, Class<?>> ports = new LinkedHashMap<>();
    for (Method method : Connector.class.getMethods()) {
      if (method.getGenericReturnType() instanceof ParameterizedType type
          && type.getRawType().equals(Optional.class)
          && type.getActualTypeArguments()[0] instanceof Class<?> port
          && Port.class.isAssignableFrom(port)) {
        ports.put(method, port);
      }
    }
    return ports;
  }

  /** What is missing of that connector, in words; empty if all is shown. */
  List<String> of(Connector connector, boolean overHttp) throws ReflectiveOperationException {
    List<String> missing = new ArrayList<>();
    Class<?> general = overHttp ? HttpConnectorContract.class : ConnectorContract.class;
    need(connector, general, "", missing);
    if (connector.sandbox().isPresent()) {
      need(connector, SandboxContract.class, "", missing);
    }
    for (String document : connector.notices().keySet()) {
      need(connector, NoticeContract.class, document, missing);
    }
    for (Map.Entry<Method, Class<?>> port : ports().entrySet()) {
      if (((Optional<?>) port.getKey().invoke(connector)).isPresent()) {
        need(connector, suite(port.getValue()), "", missing);
      }
    }
    return missing;
  }

  /** The one suite of a port. */
  Class<?> suite(Class<?> port) {
    List<Class<?>> suites =
        tests.stream()
            .flatMap(MissingContracts::ancestry)
            .distinct()
            .filter(type -> type.isAnnotationPresent(ForPort.class))
            .<Class<?>>filter(type -> type.getAnnotation(ForPort.class).value().equals(port))
            .toList();
    if (suites.size() != 1) {
      throw new AssertionError("port " + port.getSimpleName() + " has the suites " + suites);
    }
    return suites.get(0);
  }

  private static Stream<Class<?>> ancestry(Class<?> type) {
    return Stream.iterate(type, t -> t != null, Class::getSuperclass);
  }

  private void need(Connector connector, Class<?> suite, String document, List<String> missing) {
    boolean there =
        tests.stream()
            .filter(suite::isAssignableFrom)
            .map(test -> test.getAnnotation(ContractOf.class))
            .filter(of -> of != null && of.value().equals(connector.id()))
            .anyMatch(of -> of.document().equals(document));
    if (!there) {
      missing.add(
          "no test extends %s with @ContractOf(%s)"
              .formatted(
                  suite.getSimpleName(),
                  String.join(", ", Arrays.asList(connector.id(), document))
                      .replaceAll(", $", "")));
    }
  }
}
