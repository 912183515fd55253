package io.entrepot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LiveLineTest {
  private final StringWriter out = new StringWriter();

  @Test
  void terminalHasOneLineThatIsRewrittenToItsEnd() {
    LiveLine line = new LiveLine(new PrintWriter(out), true);

    line.show("orders: 100");
    line.show("done");
    line.end();

    assertThat(out.toString()).isEqualTo("\rorders: 100\rdone       " + System.lineSeparator());
  }

  @Test
  void logIsNotFloodedByEveryChange() {
    LiveLine line = new LiveLine(new PrintWriter(out), false);

    line.show("orders: 1");
    line.show("orders: 2");
    line.end();

    assertThat(out.toString().lines()).containsExactly("orders: 1");
  }
}
