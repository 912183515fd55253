package io.entrepot.app.console;

import io.entrepot.app.security.Addresses;
import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.webjars.WebJarVersionLocator;

/** Languages, texts and files of the console. */
@Configuration(proxyBeanMethods = false)
class ConsoleWeb implements WebMvcConfigurer {
  private static final Duration ASSET_AGE = Duration.ofDays(365);
  private static final String HTMX = "htmx.org";

  private final LocaleResolver languages = LanguageChoice.rememberedByCookie();

  @Bean
  LocaleResolver localeResolver() {
    return languages;
  }

  /** Texts of pages and mails; English stands where a language lacks one. */
  @Bean
  MessageSource messageSource() {
    var texts = new ResourceBundleMessageSource();
    texts.setBasename("messages");
    texts.setDefaultEncoding("UTF-8");
    // The machine's own language must not decide what a reader of English sees.
    texts.setFallbackToSystemLocale(false);
    return texts;
  }

  /** Puts the content's hash into the addresses of our files, so that they may be kept a year. */
  @Bean
  ResourceUrlEncodingFilter assetAddresses() {
    return new ResourceUrlEncodingFilter();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new LanguageChoice(languages)).addPathPatterns("/console/**");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(Addresses.ASSETS + "/**")
        .addResourceLocations("classpath:/static/console/assets/", htmxFiles())
        .setCacheControl(CacheControl.maxAge(ASSET_AGE).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
  }

  private static String htmxFiles() {
    var version = new WebJarVersionLocator().version(HTMX);
    if (version == null) {
      throw new IllegalStateException("the web jar " + HTMX + " is not on the class path");
    }
    return "classpath:/META-INF/resources/webjars/" + HTMX + "/" + version + "/dist/";
  }
}
