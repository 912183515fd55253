package io.entrepot.app.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.app.TestDatabase;
import io.entrepot.connectors.http.auth.AuthDeclaration;
import io.entrepot.connectors.http.auth.Authentications;
import io.entrepot.connectors.spi.PartnerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Each example of docs/authentication.md is a declaration that the hub takes, each kind has one.
 */
class AuthenticationDocumentTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("entrepot.root", ".."), "docs/authentication.md");
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern KIND = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

  @Test
  @SuppressWarnings("unchecked")
  void eachExampleIsTakenAndEachKindHasOne() throws Exception {
    Set<String> seen = new TreeSet<>();
    try (HikariDataSource database = TestDatabase.fresh()) {
      Authentications kinds = Nodes.node(database);
      PartnerSettings settings = PartnerSettings.of("p", Map.of());
      for (JsonNode example : examples()) {
        boolean outbound = example.has("auth");
        JsonNode declared = outbound ? example.path("auth") : example.path("trust");
        AuthDeclaration declaration =
            new AuthDeclaration("docs", new ObjectMapper().convertValue(declared, Map.class));
        if (outbound) {
          kinds.of(declaration, settings);
        } else {
          kinds.trust(declaration, settings);
        }
        seen.add(declared.path("kind").asText());
      }
    }

    seen.add("none"); // has nothing to show
    Set<String> listed =
        new TreeSet<>(
            KIND.matcher(Files.readString(DOCUMENT)).results().map(m -> m.group(1)).toList());
    assertThat(listed).hasSizeGreaterThan(10).isEqualTo(seen);
  }

  private static List<JsonNode> examples() throws Exception {
    List<JsonNode> examples = new ArrayList<>();
    for (MatchResult block : YAML.matcher(Files.readString(DOCUMENT)).results().toList()) {
      try (MappingIterator<JsonNode> documents =
          new YAMLMapper().readerFor(JsonNode.class).readValues(block.group(1))) {
        examples.addAll(documents.readAll());
      }
    }
    assertThat(examples).hasSizeGreaterThan(12);
    return examples;
  }
}
