package io.entrepot.app.console;

import io.entrepot.app.security.Addresses;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door of the console. */
@Controller
final class SignInPage {
  private static final int WAIT_SECONDS_MAX = 3_600;
  private static final int MINUTE = 60;

  @GetMapping("/")
  String home() {
    return "redirect:" + Addresses.CONSOLE;
  }

  @GetMapping(Addresses.SIGN_IN)
  String signIn(
      @Nullable Principal who,
      @RequestParam(required = false) @Nullable String refused,
      @RequestParam(defaultValue = "0") String wait,
      @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
      Model model) {
    if (who != null) {
      return "redirect:" + Addresses.CONSOLE;
    }
    model.addAttribute("refused", refused != null);
    model.addAttribute("waitMinutes", (seconds(wait) + MINUTE - 1) / MINUTE);
    model.addAttribute("signedOut", signedOut != null);
    return "console/sign-in";
  }

  /** The figure stands in the address, where anybody may write anything. */
  private static int seconds(String wait) {
    return wait.matches("\\d{1,4}") ? Math.min(Integer.parseInt(wait), WAIT_SECONDS_MAX) : 0;
  }
}
