package io.entrepot.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.app.message.Direction;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.core.fulfilment.TrackingState;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.PlaceOrderRefusal;
import io.entrepot.core.payment.PaymentStatus;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text that a page asks for is there, in each language. */
class TextsTest {
  private static final Path RESOURCES = Path.of("main/resources");
  private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[(}]");

  @ParameterizedTest
  @ValueSource(strings = {"messages_ko", "messages_ja"})
  void eachLanguageHasTheTextsOfEnglishAndNoOthers(String file) throws IOException {
    assertThat(new TreeSet<>(texts(file).stringPropertyNames()))
        .isEqualTo(new TreeSet<>(texts("messages").stringPropertyNames()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages", "messages_ko", "messages_ja"})
  void textsWithPlacesForFiguresAreWellFormed(String file) throws IOException {
    texts(file)
        .forEach(
            (key, text) -> assertThat(new MessageFormat((String) text)).as("%s", key).isNotNull());
  }

  @Test
  void pagesAskForTextsThatExist() throws IOException {
    var asked = new TreeSet<String>();
    for (var page : pages()) {
      KEY.matcher(Files.readString(page)).results().map(key -> key.group(1)).forEach(asked::add);
    }

    assertThat(asked).hasSizeGreaterThan(50);
    assertThat(texts("messages").stringPropertyNames()).containsAll(asked);
  }

  @Test
  void everyStateHasAWord() throws IOException {
    var wanted = new ArrayList<String>();
    add(wanted, "message.status.", MessageStatus.values());
    add(wanted, "message.direction.", Direction.values());
    add(wanted, "order.status.", OrderStatus.values());
    add(wanted, "stage.payment.", PaymentStatus.values());
    add(wanted, "stage.notice.", MessageStatus.values());
    add(wanted, "parcel.state.", TrackingState.values());
    add(wanted, "ledger.reason.", MovementReason.values());
    add(wanted, "import.refusal.", PlaceOrderRefusal.values());

    assertThat(texts("messages").stringPropertyNames()).containsAll(wanted);
  }

  private static void add(List<String> keys, String prefix, Enum<?>[] states) {
    Stream.of(states).map(state -> prefix + state.name()).forEach(keys::add);
  }

  private static List<Path> pages() throws IOException {
    try (var files = Files.walk(RESOURCES.resolve("templates"))) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  private static Properties texts(String file) throws IOException {
    var texts = new Properties();
    try (Reader reader =
        Files.newBufferedReader(RESOURCES.resolve(file + ".properties"), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
