package io.entrepot.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The containers' settings let a production node start, once their variables are set. */
class ComposeFileTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):\\?[^}]+}");
  private static final Map<String, String> SET =
      Map.of(
          "ENTREPOT_SMTP_URL", "smtp://user:secret@relay.test:587",
          "ENTREPOT_SFTP_URL", "sftp://finance:secret@files.test",
          "ENTREPOT_PUBLIC_URL", "https://hub.test");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"node-a", "node-b"})
  void nodeMayStart(String name) throws IOException {
    Map<String, String> environment = environment(name);
    environment.put(
        "ENTREPOT_TLS_KEYSTORE", Files.createFile(folder.resolve("keystore.p12")).toString());

    NodeSettings settings = SettingsReader.read(environment, Map.of());

    assertThat(settings.production()).isTrue();
    assertThatCode(() -> SettingRules.check(settings)).doesNotThrowAnyException();
    assertThat(settings.require("cluster.members")).contains(settings.require("cluster.bind"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> environment(String node) throws IOException {
    Path file = Path.of("..", "docker-compose.yml");
    Map<String, Object> stack =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    var services = (Map<String, Map<String, Object>>) stack.get("services");
    var environment = (Map<String, Object>) services.get(node).get("environment");
    return environment.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> given(String.valueOf(entry.getValue()))));
  }

  private static String given(String text) {
    return VARIABLE.matcher(text).replaceAll(ComposeFileTest::value);
  }

  private static String value(MatchResult variable) {
    String name = variable.group(1);
    return Matcher.quoteReplacement(SET.getOrDefault(name, name.repeat(2)));
  }
}
