package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.http.auth.Authentications;
import io.entrepot.connectors.spi.DocumentMapper;
import io.entrepot.connectors.spi.OnDemand;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.PartnerSettingsSource;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/**
 * Makes a connector of each declared file, beside those that are written in Java. A file that is
 * wrong stops the start with its findings: half a partner is worse than none.
 */
@Component
final class DeclaredConnectors implements BeanDefinitionRegistryPostProcessor, EnvironmentAware {
  private Environment environment = new StandardEnvironment();

  @Override
  public void setEnvironment(Environment given) {
    environment = given;
  }

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    BeanFactory beans = (BeanFactory) registry;
    DeclaredFiles.read(environment.getProperty("entrepot.definitions", ""))
        .forEach(
            (file, text) -> {
              Declaration declaration = Declaration.read(file, text);
              registry.registerBeanDefinition(
                  "declared:" + declaration.partner(),
                  BeanDefinitionBuilder.genericBeanDefinition(
                          DeclaredConnector.class, () -> connector(declaration, beans))
                      .getBeanDefinition());
            });
  }

  private DeclaredConnector connector(Declaration declaration, BeanFactory beans) {
    DeclaredSettings settings =
        new DeclaredSettings(
            beans.getBean(PartnerSettingsSource.class).of(declaration.partner()),
            declaration.settings(),
            environment::getProperty);
    return new DeclaredConnector(
        declaration,
        settings,
        beans.getBean(Authentications.class),
        (mapping, document) -> beans.getBean(DocumentMapper.class).map(mapping, document),
        new OnDemand<>(() -> sandbox(declaration, settings.remembered(), beans))::get);
  }

  /** Simulated in Java where somebody took the trouble, or else as the file says. */
  private static Optional<Sandbox> sandbox(
      Declaration declaration, PartnerSettings account, BeanFactory beans) {
    return beans
        .getBeanProvider(Sandbox.class)
        .orderedStream()
        .filter(sandbox -> sandbox.partner().equals(declaration.partner()))
        .findFirst()
        .or(
            () ->
                Optional.ofNullable(declaration.sandbox())
                    .map(rules -> DeclaredSandbox.of(rules, account)));
  }
}
