package io.entrepot.app.node;

import io.entrepot.app.embedded.MailFolder;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mails that the sink has kept; in production there is neither sink nor this address. */
@RestController
@ConditionalOnProperty(name = "entrepot.profile", havingValue = "development")
@RequestMapping("/api/v1/ops/mails")
class MailsApi {
  private static final int LIMIT_MAX = 500;

  private final MailFolder mails;

  MailsApi(NodeSettings settings) {
    this.mails = new MailFolder(settings.data().resolve("mail"));
  }

  record Page(long total, List<MailFolder.Mail> items) {}

  @GetMapping
  Page latest(@RequestParam(defaultValue = "50") int limit) throws IOException {
    return new Page(mails.count(), mails.latest(Math.min(Math.max(limit, 1), LIMIT_MAX)));
  }
}
