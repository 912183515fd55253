package io.entrepot.app.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XmlTest {
  private static final XmlNames NAMES = new XmlNames(Map.of("o", "urn:order", "", "urn:default"));
  private static final XmlSource SOURCE =
      new XmlSource("order", NAMES, Set.of("$.line", "$.line.tag"), Encoding.UTF_8);

  @Test
  void elementsAttributesAndListsBecomeATree() throws Exception {
    assertThat(
            read(
                """
                <?xml version="1.0"?>
                <!-- any --><order no="7"><buyer> 김서연 </buyer>
                  <line sku="A"><tag>x</tag><tag>y</tag></line><line>B</line>
                  <empty/><note lang="ko">안녕 &amp; <![CDATA[<b>]]></note></order>
                """))
        .isEqualTo(
            json(
                "{'@no':'7','buyer':'김서연','line':[{'@sku':'A','tag':['x','y']},'B'],'empty':'',"
                    + "'note':{'@lang':'ko','#text':'안녕 & <b>'}}"));
  }

  @Test
  void namesFollowTheDeclaredPrefixesAndNotTheDocuments() throws Exception {
    assertThat(
            read(
                "<x:order xmlns:x='urn:default' xmlns:p='urn:order' p:id='1'>"
                    + "<p:sum>5</p:sum></x:order>"))
        .isEqualTo(json("{'@o:id':'1','o:sum':'5'}"));
  }

  @Test
  void itIsReadInTheEncodingItTells() throws Exception {
    String text = "<?xml version='1.0' encoding='EUC-KR'?><order><a>한글</a></order>";

    assertThat(SOURCE.read(text.getBytes("EUC-KR"))).isEqualTo(json("{'a':'한글'}"));
    assertThat(SOURCE.read("<order><a>한글</a></order>".getBytes("UTF-16")))
        .isEqualTo(json("{'a':'한글'}"));
    assertThatThrownBy(() -> SOURCE.read(text.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("is not EUC-KR");
  }

  static Stream<Arguments> bad() {
    String laughs = "<!DOCTYPE order [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY c '&b;&b;'>]>";
    return Stream.of(
        Arguments.of("billion laughs", laughs + "<order>&c;</order>", "has a DOCTYPE"),
        Arguments.of(
            "an entity of a file",
            "<!DOCTYPE order [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><order>&f;</order>",
            "has a DOCTYPE"),
        Arguments.of(
            "a document type elsewhere",
            "<!DOCTYPE order SYSTEM 'http://127.0.0.1:9/x.dtd'><order/>",
            "has a DOCTYPE"),
        Arguments.of("an entity without a type", "<order>&boo;</order>", "boo"),
        Arguments.of("an open element", "<order>\n<a></order>", "line 2: "),
        Arguments.of("another root", "<invoice/>", "line 1: the outermost element is 'invoice'"),
        Arguments.of(
            "another namespace",
            "<order><z:a xmlns:z='urn:z'/></order>",
            "{urn:z}a is of a namespace that is not declared"),
        Arguments.of("one element twice", "<order><a/>\n<a/></order>", "line 2: 'a' stands twice"),
        Arguments.of(
            "too deep",
            "<order>" + "<a>".repeat(100) + "</a>".repeat(100) + "</order>",
            "nests deeper than 64 elements"),
        Arguments.of("two roots", "<order/><order/>", "is not well-formed XML"),
        Arguments.of("no XML", "{\"a\": 1}", "is not well-formed XML: line 1: "),
        Arguments.of("nothing", "", "is not well-formed XML"),
        Arguments.of(
            "an unknown encoding",
            "<?xml version='1.0' encoding='X-9'?><order/>",
            "has the unknown encoding 'X-9'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void isRefusedWithItsLine(String name, String text, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aTreeIsWrittenWithAttributesListsAndEscapes() throws Exception {
    XmlTarget target =
        new XmlTarget("o:order", new XmlNames(Map.of("o", "urn:order")), Encoding.UTF_8);

    assertThat(
            text(
                target,
                "{'@no':'7 <','o:a':'x & y','line':[{'@sku':1,'#text':'t'},'B'],'e':'','n':1.50}"))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<o:order xmlns:o=\"urn:order\" no=\"7 &lt;\"><o:a>x &amp; y</o:a>"
                + "<line sku=\"1\">t</line><line>B</line><e/><n>1.5</n></o:order>\n");
  }

  @Test
  void whatXmlOrTheEncodingCannotHoldIsRefused() {
    XmlTarget korean =
        new XmlTarget("o", new XmlNames(Map.of()), Encoding.named("EUC-KR").orElseThrow());

    assertThatThrownBy(() -> text(korean, "{'a':'\\u0001'}"))
        .hasMessage("U+0001 cannot stand in XML");
    assertThatThrownBy(() -> text(korean, "{'a':'똠'}")).hasMessageContaining("U+B620");
    assertThatThrownBy(() -> text(korean, "{'@a':[1]}")).hasMessageContaining("list or object");
  }

  private static String text(XmlTarget target, String document) throws Exception {
    return new String(target.write(json(document)), StandardCharsets.UTF_8);
  }

  private static JsonNode read(String text) throws FormatException {
    return SOURCE.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
