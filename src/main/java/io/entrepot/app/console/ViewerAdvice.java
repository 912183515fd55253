package io.entrepot.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/** Gives each page its {@link Viewer}. */
@ControllerAdvice(basePackageClasses = Viewer.class)
final class ViewerAdvice {
  static final String ZONE_COOKIE = "entrepot-zone";
  static final String THEME_COOKIE = "entrepot-theme";
  private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Seoul");
  private static final Set<String> THEMES = Set.of("light", "dark");

  private final Clock clock;
  private final boolean production;

  ViewerAdvice(Clock clock, @Value("${entrepot.profile:development}") String profile) {
    this.clock = clock;
    this.production = "production".equals(profile);
  }

  @ModelAttribute("viewer")
  Viewer viewer(HttpServletRequest request, Locale locale) {
    var who = request.getUserPrincipal();
    return new Viewer(
        who == null ? null : who.getName(),
        locale,
        zone(cookie(request, ZONE_COOKIE)),
        theme(cookie(request, THEME_COOKIE)),
        production,
        clock.instant(),
        languages(request, locale));
  }

  private static List<Viewer.LanguageLink> languages(HttpServletRequest request, Locale locale) {
    return Arrays.stream(Language.values())
        .map(
            language ->
                new Viewer.LanguageLink(
                    language, inLanguage(request, language), Language.of(locale) == language))
        .toList();
  }

  private static String inLanguage(HttpServletRequest request, Language language) {
    var here = ServletUriComponentsBuilder.fromRequest(request);
    here.replaceQueryParam(LanguageChoice.PARAMETER, language.tag());
    var there = here.build();
    return there.getPath() + "?" + there.getQuery();
  }

  private static @Nullable String cookie(HttpServletRequest request, String name) {
    var cookie = WebUtils.getCookie(request, name);
    return cookie == null ? null : cookie.getValue();
  }

  private static ZoneId zone(@Nullable String name) {
    try {
      return name == null ? BUSINESS_ZONE : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return BUSINESS_ZONE;
    }
  }

  private static @Nullable String theme(@Nullable String name) {
    return name != null && THEMES.contains(name) ? name : null;
  }
}
