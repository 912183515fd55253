package io.entrepot.app.notice;

import java.nio.charset.StandardCharsets;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * {@code notices/<template>/<language>.subject.txt, .txt, .html}. Fields are filled in by HTML
 * rules in the HTML part, so that a name cannot become markup.
 */
final class NoticeTemplates {
  private final SpringTemplateEngine texts = engine(TemplateMode.TEXT);
  private final SpringTemplateEngine pages = engine(TemplateMode.HTML);

  /** One line, whatever stands in the fields: a line break would end the header. */
  String subject(String template, Context context) {
    return texts
        .process(name(template, context, "subject.txt"), context)
        .strip()
        .replaceAll("\\p{Cntrl}+", " ");
  }

  String text(String template, Context context) {
    return texts.process(name(template, context, "txt"), context);
  }

  String html(String template, Context context) {
    return pages.process(name(template, context, "html"), context);
  }

  private static String name(String template, Context context, String ending) {
    return template + "/" + context.getLocale().getLanguage() + "." + ending;
  }

  private static SpringTemplateEngine engine(TemplateMode mode) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(NoticeTemplates.class.getClassLoader());
    resolver.setPrefix("notices/");
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    resolver.setForceTemplateMode(true);
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
