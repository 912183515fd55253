package io.entrepot.app.partner.create;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** What is written for a partner, by path from the project's root. */
final class PartnerFiles {
  private static final String CONNECTORS = "connectors/src/main/java/io/entrepot/connectors/";
  private static final String CONTRACTS = "connectors/src/test/java/io/entrepot/connectors/";
  private static final String TESTS = "src/test/java/io/entrepot/app/partners/";

  private final NewPartner partner;
  private final Map<String, String> files = new LinkedHashMap<>();

  private PartnerFiles(NewPartner partner) {
    this.partner = partner;
  }

  static Map<String, String> of(NewPartner partner, boolean declared) {
    PartnerFiles files = new PartnerFiles(partner);
    if (declared) {
      files.declared();
    } else {
      files.coded();
    }
    files.both();
    return files.files;
  }

  private void declared() {
    add("connectors/declared/@id@.yaml", "declared/connector.yaml");
    add("connectors/declared/@id@.md", "declared/README.md");
  }

  private void coded() {
    String folder = CONNECTORS + "@package@/";
    add(folder + "package-info.java", "java/package-info.java.txt");
    add(folder + "README.md", "java/README.md");
    for (String part : new String[] {"Connector", "Client", "Errors", "Webhook", "Sandbox"}) {
      add(folder + "@Name@" + part + ".java", "java/" + part + ".java.txt");
    }
    add(CONTRACTS + "@package@/@Name@ContractsTest.java", "java/ContractsTest.java.txt");
  }

  private void both() {
    add("mappings/@id@/parcel.outbound.yaml", "both/parcel.outbound.yaml");
    add("mappings/@id@/parcel.json", "both/parcel.json");
    add("mappings/@id@/tracking.inbound.yaml", "both/tracking.inbound.yaml");
    add("routes/@id@/parcel.outbound.camel.yaml", "both/parcel.outbound.camel.yaml");
    add("routes/@id@/tracking.inbound.camel.yaml", "both/tracking.inbound.camel.yaml");
    add(TESTS + "@package@/@Name@Test.java", "both/Test.java.txt");
  }

  private void add(String path, String template) {
    files.put(partner.fill(path), partner.fill(text(template)));
  }

  private static String text(String template) {
    try {
      return new ClassPathResource("partner/" + template)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the template " + template + " is not in the jar", e);
    }
  }
}
