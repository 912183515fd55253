package io.entrepot.app.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.TestHub;
import io.entrepot.connectors.spi.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Builds the partner list from what is there. */
class PartnerDocumentTest {
  private static final Path PAGE =
      Path.of(System.getProperty("entrepot.root", ".."), "src/target/docs/partners.md");

  @Test
  void everyPartnerThatIsThereStandsInTheList() throws IOException {
    PartnerRegistry partners = TestHub.shared().bean(PartnerRegistry.class);

    String page = PartnerDocument.markdown(partners.all());

    assertThat(page)
        .contains("| `akeneo` | Akeneo PIM |", "`product-event` (SIGNED)", "| 100 in 1 s | yes |");
    for (Connector partner : partners.all()) {
      assertThat(page).contains("| `" + partner.id() + "` |");
      partner.operations().keySet().forEach(name -> assertThat(page).contains("`" + name + "`"));
    }
    Files.createDirectories(PAGE.getParent());
    Files.writeString(PAGE, page);
  }
}
