package io.entrepot.app.console;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * A page leaves only when it is whole. Written piece by piece, one that fails in its middle would
 * stay half shown instead of giving way to the page that says so.
 */
@Component
final class WholePages implements BeanPostProcessor {
  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof ThymeleafViewResolver pages) {
      pages.setProducePartialOutputWhileProcessing(false);
    }
    return bean;
  }
}
