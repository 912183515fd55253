package io.entrepot.app.partner.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.app.embedded.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A new partner runs as it is written, and its test notices what is taken out of it. */
class PartnerCreationTest {
  private static final String JAVA =
      "connectors/src/main/java/io/entrepot/connectors/madeforthistest/";
  private static final String TEST = "io.entrepot.app.partners.madeforthistest.MadeForThisTestTest";
  private static final int TESTS = 6;

  @TempDir private Path folder;
  private Workshop workshop;

  @BeforeEach
  void openWorkshop() {
    workshop = new Workshop(folder);
  }

  @Test
  void aPartnerInJavaIsGreenAndItsTestNoticesEachRuleThatGoes() throws Exception {
    List<String> files = workshop.create("made-for-this-test", false);
    assertThat(files)
        .contains(JAVA + "MadeForThisTestConnector.java", JAVA + "README.md")
        .hasSize(14);
    assertGreen();

    without(
        JAVA + "MadeForThisTestSandbox.java",
        "\"tracking_no\", \"carrier\", \"order_no\"",
        "\"tracking_no\"",
        "aParcelOfNoOrderIsRefused");
    without(
        JAVA + "MadeForThisTestSandbox.java",
        "        .auth(SandboxAuth.bearer(\"api-key\"))\n",
        "",
        "theConnectionTestKnowsAWrongKey");
    without(
        JAVA + "MadeForThisTestWebhook.java",
        "    signed.check(raw);\n",
        "",
        "aForgedNoticeIsNotBelieved");
  }

  @Test
  void aDeclaredPartnerIsGreenAndItsTestNoticesEachRuleThatGoes() throws Exception {
    List<String> files = workshop.create("made-for-this-test", true);
    assertThat(files).contains("connectors/declared/made-for-this-test.yaml").hasSize(8);
    assertGreen();

    without(
        "mappings/made-for-this-test/parcel.outbound.yaml",
        "  tracking_no: { from: $.waybill, as: text, required: true }\n",
        "",
        "aShippedParcelIsRegisteredThere");
    without(
        "mappings/made-for-this-test/tracking.inbound.yaml",
        "    MOVING: IN_TRANSIT\n",
        "",
        "whatItTellsIsRecordedHere");
    without(
        "connectors/declared/made-for-this-test.yaml",
        "required: [ tracking_no, carrier, order_no ]",
        "required: [ tracking_no ]",
        "aParcelOfNoOrderIsRefused");
    without(
        "routes/made-for-this-test/tracking.inbound.camel.yaml",
        "        - to:\n            id: made-for-this-test-tracking.inbound-map\n"
            + "            uri: mapping:made-for-this-test/tracking.inbound\n",
        "",
        "whatItTellsIsRecordedHere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "Acme",
        "acme_parcels",
        "../acme",
        "acme/x",
        "-acme",
        "acme-",
        "acme--x",
        "1acme",
        "new",
        "class",
        "int",
        "con",
        "spi",
        "http",
        "rest",
        "a.b",
        "acme parcels",
        "아크메",
        "a-name-of-21-letters-x"
      })
  void aNameThatIsNoneIsRefused(String name) {
    assertThatThrownBy(() -> new NewPartner(name)).isInstanceOf(StartRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "routes/acme",
        "mappings/acme",
        "connectors/declared/acme.yaml",
        "connectors/src/main/java/io/entrepot/connectors/acme"
      })
  void whatIsThereIsNotTouched(String place) throws IOException {
    Files.createDirectories(folder.resolve(place));

    assertThatThrownBy(() -> workshop.create("acme", false))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(place);
    try (var paths = Files.walk(folder)) {
      assertThat(paths.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void aFolderThatIsNoProjectIsRefused() {
    assertThatThrownBy(
            () ->
                new PartnerCreation(folder.resolve("nowhere")).create(new NewPartner("acme"), true))
        .hasMessageContaining("run this where the project's sources are");
  }

  @Test
  void onlyPlacesOfThePartnersOwnAreWritten() throws IOException {
    assertThat(workshop.create("acme", true))
        .allMatch(
            path ->
                path.startsWith("connectors/declared/acme.")
                    || path.startsWith("mappings/acme/")
                    || path.startsWith("routes/acme/")
                    || path.startsWith("src/test/java/io/entrepot/app/partners/acme/"));
    assertThat(workshop.create("bolt", false))
        .allMatch(
            path ->
                path.startsWith("connectors/src/main/java/io/entrepot/connectors/bolt/")
                    || path.startsWith("connectors/src/test/java/io/entrepot/connectors/bolt/")
                    || path.startsWith("mappings/bolt/")
                    || path.startsWith("routes/bolt/")
                    || path.startsWith("src/test/java/io/entrepot/app/partners/bolt/"));
  }

  private void assertGreen() throws Exception {
    TestExecutionSummary summary = workshop.tested(TEST);
    assertThat(failures(summary)).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(TESTS);
  }

  /** Takes it out, sees that test fail, and puts it back. */
  private void without(String file, String from, String to, String test) throws Exception {
    String before = Files.readString(folder.resolve(file));
    workshop.change(file, from, to);

    assertThat(failures(workshop.tested(TEST, test))).as(file + " without " + from).contains(test);

    Files.writeString(folder.resolve(file), before);
  }

  private static String failures(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .map(one -> one.getTestIdentifier().getDisplayName() + ": " + one.getException())
        .collect(Collectors.joining("\n"));
  }
}
