package io.entrepot.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way in, and each way that stays shut, on a real server. */
class DoorTest {
  private DoorServer server;
  private Browser browser;

  @BeforeEach
  void start() {
    server = new DoorServer();
    browser = new Browser(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void rightPasswordOpensTheConsoleUnderANewSession() {
    var before = sessionOf(browser.get("/console/sign-in"));

    var signedIn = browser.signIn(DoorServer.ADMIN, DoorServer.PASSWORD);

    assertThat(Browser.target(signedIn)).isEqualTo("/console");
    assertThat(sessionOf(signedIn)).isNotEmpty().isNotEqualTo(before);
    assertThat(browser.get("/console").body()).startsWith("inside");
  }

  @Test
  void sessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    var page = browser.get("/console/sign-in");

    assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("entrepot-session=")
        .contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void wrongPasswordAndUnknownAccountLookTheSame() {
    var wrong = browser.signIn(DoorServer.ADMIN, "guess");
    var unknown = browser.signIn("nobody", "guess");

    assertThat(Browser.target(wrong)).isEqualTo("/console/sign-in?refused");
    assertThat(Browser.target(unknown)).isEqualTo(Browser.target(wrong));
    assertThat(Browser.target(browser.get("/console"))).isEqualTo("/console/sign-in");
  }

  @Test
  void guessingIsSlowedEvenForTheRightPasswordUntilTheWaitIsOver() {
    for (int guess = 1; guess <= 5; guess++) {
      assertThat(Browser.target(browser.signIn(DoorServer.ADMIN, "guess" + guess)))
          .isEqualTo("/console/sign-in?refused");
    }

    var tooMany = browser.signIn(DoorServer.ADMIN, DoorServer.PASSWORD);
    assertThat(Browser.target(tooMany)).isEqualTo("/console/sign-in?wait=30");
    assertThat(browser.get("/console/sign-in?wait=30").body()).contains("Too many tries");

    server.clock().forward(Duration.ofSeconds(31));
    var later = browser.signIn(DoorServer.ADMIN, DoorServer.PASSWORD);
    assertThat(Browser.target(later)).isEqualTo("/console");
  }

  @Test
  void signInWithoutTheTokenOfItsPageIsForbidden() {
    browser.get("/console/sign-in");

    var forged = browser.post("/console/sign-in", "login=admin&password=" + DoorServer.PASSWORD);

    assertThat(forged.statusCode()).isEqualTo(403);
  }

  @Test
  void pageThatWasAskedForComesAfterTheSignIn() {
    var stranger = browser.get("/console/orders?status=PENDING");
    assertThat(Browser.target(stranger)).isEqualTo("/console/sign-in");

    var signedIn = browser.signIn(DoorServer.ADMIN, DoorServer.PASSWORD);

    assertThat(Browser.target(signedIn)).isEqualTo("/console/orders?status=PENDING");
  }

  @Test
  void partOfAPageTellsAStrangerToSignInInsteadOfShowingTheDoorInside() {
    var part = browser.get("/console", "HX-Request", "true");

    assertThat(part.statusCode()).isEqualTo(401);
    assertThat(part.headers().firstValue("HX-Redirect")).contains("/console/sign-in");
  }

  @Test
  void signOutEndsTheSession() {
    browser.signIn(DoorServer.ADMIN, DoorServer.PASSWORD);
    browser.get("/console");

    var out = browser.post("/console/sign-out", "_csrf=" + browser.token());

    assertThat(Browser.target(out)).isEqualTo("/console/sign-in?signed-out");
    assertThat(Browser.target(browser.get("/console"))).isEqualTo("/console/sign-in");
  }

  @Test
  void accountWithoutARoleForTheConsoleStaysOutside() {
    browser.signIn("buyer", DoorServer.PASSWORD);

    var refused = browser.get("/console");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("This is not for you to see");
  }

  @Test
  void operationsNeedTheKeyOfThisHub() {
    assertThat(browser.get("/api/v1/ops/probe").statusCode()).isEqualTo(401);
    var wrong = browser.get("/api/v1/ops/probe", "Authorization", "Bearer " + "x".repeat(36));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("\"code\":\"key-refused\"", "run.json");

    var right = browser.get("/api/v1/ops/probe", "Authorization", "Bearer " + DoorServer.KEY);
    assertThat(right.body()).isEqualTo("figures");
    assertThat(right.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void keyNeedsNoTokenButASessionDoes() {
    var byKey = browser.post("/api/v1/ops/probe", "", "Authorization", "Bearer " + DoorServer.KEY);
    assertThat(byKey.body()).isEqualTo("changed");

    browser.signIn(DoorServer.ADMIN, DoorServer.PASSWORD);
    assertThat(browser.get("/api/v1/ops/probe").body()).isEqualTo("figures");
    assertThat(browser.post("/api/v1/ops/probe", "").statusCode()).isEqualTo(403);
  }

  @Test
  void webhooksAreOpenAndWhatNobodyOpenedIsNotThere() {
    assertThat(browser.post("/webhooks/wms/shipment", "").body()).isEqualTo("taken");

    var unopened = browser.get("/nobody/opened/this");
    assertThat(unopened.statusCode()).isEqualTo(404);
    assertThat(unopened.body()).doesNotContain("leaked").contains("There is nothing here");
    browser.signIn(DoorServer.ADMIN, DoorServer.PASSWORD);
    assertThat(browser.get("/nobody/opened/this").statusCode()).isEqualTo(404);
  }

  @Test
  void failureShowsAPageWithoutTheException() {
    browser.signIn(DoorServer.ADMIN, DoorServer.PASSWORD);

    var broken = browser.get("/console/broken");
    var missing = browser.get("/console/nothing/at/all");

    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body()).contains("The hub failed at this").doesNotContain("secret", "at io.");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("There is nothing here");
  }

  @Test
  void everyAnswerTellsTheBrowserToRunOurFilesOnly() {
    for (var path : new String[] {"/console/sign-in", "/console/assets/console.css", "/none"}) {
      assertThat(browser.get(path).headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe", "http:", "https:", "*");
      assertThat(browser.get(path).headers().firstValue("X-Content-Type-Options"))
          .contains("nosniff");
    }
  }

  @Test
  void doorSpeaksTheLanguageOfTheBrowserOrTheOneChosen() {
    var korean = browser.get("/console/sign-in", "Accept-Language", "ko-KR,ko;q=0.9");
    assertThat(korean.body()).contains("콘솔 로그인", "lang=\"ko\"");

    browser.get("/console/sign-in?lang=ja");
    assertThat(browser.get("/console/sign-in").body()).contains("コンソールにサインイン");
  }

  private static String sessionOf(HttpResponse<?> answer) {
    return answer.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", "");
  }
}
