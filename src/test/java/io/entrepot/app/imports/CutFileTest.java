package io.entrepot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutFileTest {
  @TempDir Path folder;

  @Test
  void endInTheMiddleOfARowLooksCut() throws Exception {
    assertThat(looksCut("a,b,c\n1,2,3\n4,5")).isTrue();
    assertThat(looksCut("a,b,c\n1,2,\"3\nand")).isTrue();
    assertThat(looksCut("a,b,c\n1")).isTrue();
  }

  @Test
  void wholeRowsLookWholeWithAndWithoutTheLastLineEnd() throws Exception {
    assertThat(looksCut("a,b,c\n1,2,3\n")).isFalse();
    assertThat(looksCut("a,b,c\n1,2,3")).isFalse();
    assertThat(looksCut("a,b,c\n1,2\n")).as("a short row with its end is the sender's").isFalse();
    assertThat(looksCut("a,b,c\r\n1,2,3\r\n")).isFalse();
    assertThat(looksCut("a,b,c")).isFalse();
    assertThat(looksCut("")).isFalse();
  }

  private boolean looksCut(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("f.csv"), content);
    return CutFile.looksSo(file, StandardCharsets.UTF_8, ',');
  }
}
