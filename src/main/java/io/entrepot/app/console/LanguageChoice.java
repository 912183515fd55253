package io.entrepot.app.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** {@code ?lang=ko} on any page changes the language, which a cookie then remembers. */
final class LanguageChoice implements HandlerInterceptor {
  static final String PARAMETER = "lang";

  private final LocaleResolver languages;

  LanguageChoice(LocaleResolver languages) {
    this.languages = languages;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var wanted = request.getParameter(PARAMETER);
    Arrays.stream(Language.values())
        .filter(known -> known.tag().equals(wanted))
        .forEach(known -> languages.setLocale(request, response, known.locale()));
    return true;
  }

  static LocaleResolver rememberedByCookie() {
    var resolver = new CookieLocaleResolver("entrepot-language");
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setDefaultLocaleFunction(
        request -> Language.bestOf(Collections.list(request.getLocales())));
    return resolver;
  }
}
