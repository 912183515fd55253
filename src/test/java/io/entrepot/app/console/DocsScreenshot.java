package io.entrepot.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.entrepot.app.TestHub;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes {@code docs/console-import.png} from the running hub: {@code ./mvnw -pl src -am test
 * -Dtest=DocsScreenshot -Ddocs.screenshots=true -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@EnabledIfSystemProperty(named = "docs.screenshots", matches = "true")
class DocsScreenshot {
  private static final Path DOCS = Path.of(System.getProperty("entrepot.root"), "docs");
  private static final int MILLIS_MAX = 240_000;
  private static final Pattern IN_THE_MIDDLE = Pattern.compile("[4-7]\\d");

  @Test
  void consoleDuringAnImport() {
    var hub = TestHub.shared();
    try (var chromium = new Chromium()) {
      var page = chromium.window(1_360, 860, "en-GB", ColorScheme.LIGHT);
      page.navigate(hub.url() + "/console/sign-in");
      page.fill("#login", "admin");
      page.fill("#password", TestHub.ADMIN_PASSWORD);
      page.click("button[type=submit]");

      new RetailFile("retail-orders.csv", 730_000, 900).submitTo(hub);

      assertThat(page.locator("[role=progressbar]"))
          .hasAttribute(
              "aria-valuenow", IN_THE_MIDDLE, new HasAttributeOptions().setTimeout(MILLIS_MAX));
      page.screenshot(new Page.ScreenshotOptions().setPath(DOCS.resolve("console-import.png")));
    }
  }
}
