package io.entrepot.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.entrepot.app.TestHub;
import io.entrepot.app.imports.ImportView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person at the console, in a real browser on the whole hub. */
class ConsoleBrowserTest {
  private static final Path SHOTS = Path.of("target/screenshots");
  private static final int WIDE = 1_360;
  private static final int PHONE = 360;
  private static final int HEIGHT = 900;
  private static final int PATIENCE_MILLIS = 30_000;

  private static TestHub hub;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    if (Chromium.missing()) {
      System.err.println(
          "\n*** NOT TESTED: the console in a browser. There is no "
              + Chromium.EXECUTABLE
              + "; install the package chromium. ***\n");
    }
    Assumptions.assumeFalse(Chromium.missing(), "no Chromium");
    // The machine may be busy with other tests.
    setDefaultAssertionTimeout(PATIENCE_MILLIS);
    hub = TestHub.shared();
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void operatorSignsInAndWatchesAnImportToItsEnd() {
    var complaints = new ArrayList<String>();
    var page = chromium.window(WIDE, HEIGHT, "en-GB", ColorScheme.LIGHT);
    listen(page, complaints);
    signIn(page);
    assertThat(page.locator("h1")).hasText("Overview");
    assertThat(page.locator("#live")).hasText("Live");

    var batch = new RetailFile("autumn-orders.csv", 710_000, 900).submitTo(hub);
    assertThat(page.locator(".card", having("Imports under way"))).containsText("orders");
    shot(page, "overview-during-import");

    page.locator("text=autumn-orders.csv").first().click();
    assertThat(page.locator("h1")).hasText("autumn-orders.csv");
    shot(page, "import-running");
    // Without a reload: the stream alone brings it to its end.
    assertThat(page.locator("[role=progressbar]"))
        .hasAttribute("aria-valuenow", "100", new HasAttributeOptions().setTimeout(240_000));
    assertThat(page.locator(".pill").first()).containsText("Done");
    shot(page, "import-done");
    assertThat(RetailFile.awaitEnd(hub, batch.batchId()).ordersPlaced()).isPositive();
    assertThat(complaints).isEmpty();
  }

  @Test
  void everyPageOpensInBothThemesOnADeskAndOnAPhone() {
    var batch = new RetailFile("shots.csv", 720_000, 30).submitTo(hub);
    RetailFile.awaitEnd(hub, batch.batchId());
    visit(batch, WIDE, "en-GB", ColorScheme.LIGHT);
    visit(batch, WIDE, "ko-KR", ColorScheme.DARK);
    visit(batch, PHONE, "ja-JP", ColorScheme.LIGHT);
    visit(batch, PHONE, "en-GB", ColorScheme.DARK);
  }

  @Test
  void pageIsWholeWithoutItsScript() {
    var page = chromium.window(WIDE, HEIGHT, "en-GB", ColorScheme.LIGHT);
    page.route("**/*.js", route -> route.abort());
    signIn(page);

    assertThat(page.locator("h1")).hasText("Overview");
    page.locator("nav.nav >> text=Orders").click();
    assertThat(page.locator("h1")).hasText("Orders");
  }

  @Test
  void themeIsRememberedAndTheKeyboardFindsTheSearch() {
    var page = chromium.window(WIDE, HEIGHT, "en-GB", ColorScheme.LIGHT);
    signIn(page);

    page.locator("[data-theme-toggle]").click();
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
  }

  private void visit(ImportView batch, int width, String language, ColorScheme theme) {
    var complaints = new ArrayList<String>();
    var page = chromium.window(width, HEIGHT, language, theme);
    listen(page, complaints);
    var name = (width == PHONE ? "phone-" : "") + language.substring(0, 2) + "-" + theme;
    page.navigate(hub.url() + "/console/sign-in");
    shot(page, "sign-in-" + name);
    signIn(page);
    for (var one : pages(page, batch).entrySet()) {
      page.navigate(hub.url() + one.getValue());
      assertThat(page.locator("#live")).hasAttribute("data-s", "ok");
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
          .as("%s is wider than %s pixels", one.getKey(), width)
          .isFalse();
      shot(page, one.getKey() + "-" + name);
    }
    page.context().close();
    assertThat(complaints).isEmpty();
  }

  private static Map<String, String> pages(Page page, ImportView batch) {
    page.navigate(hub.url() + "/console/orders?batch=" + batch.batchId());
    var order = page.locator("tbody th a").first().getAttribute("href");
    page.navigate(hub.url() + "/console/messages");
    var message = page.locator("tbody td a").first().getAttribute("href");
    var pages = new LinkedHashMap<String, String>();
    pages.put("overview", "/console");
    pages.put("messages", "/console/messages");
    pages.put("message", message);
    pages.put("routes", "/console/routes");
    pages.put("imports", "/console/imports");
    pages.put("import", "/console/imports/" + batch.batchId());
    pages.put("orders", "/console/orders");
    pages.put("order", order);
    return pages;
  }

  private static void signIn(Page page) {
    page.navigate(hub.url() + "/console/sign-in");
    page.fill("#login", "admin");
    page.fill("#password", TestHub.ADMIN_PASSWORD);
    page.click("form[action='/console/sign-in'] button[type=submit]");
    page.waitForURL("**/console");
  }

  /** A content policy that was broken is told on the browser's console too. */
  private static void listen(Page page, List<String> complaints) {
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
