package io.entrepot.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowTest {
  private static WorkbenchNode node;

  @BeforeAll
  static void start(@TempDir Path definitions) {
    node = WorkbenchNode.start(definitions);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aCandidateIsTriedOnTheLastMessagesAndTellsWhatChanges() throws Exception {
    String name = "shadow1/thing.inbound";
    node.promote(
        WorkbenchNode.file(
            name, "id: $.a, email: $.b", "a: one, b: two@x", "id: one, email: two@x"));
    UUID same = node.message(name, "{\"a\": \"1\", \"b\": \"kim@shop.test\"}");
    UUID broken = node.message(name, "{\"a\": \"2\", \"b\": \"not-a-mail\"}");
    UUID changed = node.message(name, "{\"a\": \"x9\", \"b\": \"lee@shop.test\", \"new\": 1}");
    MappingRef candidate =
        WorkbenchNode.file(
            name,
            "id: { from: $.a, as: upper }, name: $.b",
            "a: one, b: two@x",
            "id: ONE, name: two@x");

    ShadowReport report = node.bean(Shadow.class).run(candidate, 1000, 30);

    assertThat(report.compared()).isEqualTo(3);
    assertThat(report.changed()).isEqualTo(2);
    assertThat(report.noLongerRejected()).isEqualTo(1);
    assertThat(report.nowRejected()).isZero();
    assertThat(report.healed())
        .singleElement()
        .satisfies(h -> assertThat(h.samples()).containsExactly(broken));
    assertThat(report.fields())
        .extracting(ShadowReport.FieldChange::field, ShadowReport.FieldChange::messages)
        .contains(tuple("id", 1), tuple("email", 2));
    assertThat(report.fields())
        .flatExtracting(ShadowReport.FieldChange::samples)
        .extracting(ShadowReport.Sample::message)
        .contains(same, changed);
    assertThat(report.unmapped()).extracting(ShadowReport.Counted::text).containsExactly("$.new");
    assertThat(Desk.tree(report).toString()).doesNotContain("kim@", "lee@", "not-a-mail");
    assertThat(node.bean(MappingChanges.class).history(name, 9)).hasSize(1);
  }

  @Test
  void whatWouldBeRejectedIsCountedWithItsReason() throws Exception {
    String name = "shadow2/thing.inbound";
    node.promote(WorkbenchNode.file(name, "id: $.a", "id: one"));
    UUID lost = node.message(name, "{\"a\": \"1\"}");
    node.message(name, "{\"a\": \"1\", \"b\": \"2\"}");
    MappingRef candidate =
        WorkbenchNode.file(
            name, "id: $.a, code: { from: $.b, required: true }", "id: one, code: two");

    ShadowReport report = node.bean(Shadow.class).run(candidate, 1000, 30);

    assertThat(report.nowRejected()).isEqualTo(1);
    assertThat(report.changed()).isEqualTo(1);
    assertThat(report.rejections())
        .containsExactly(new ShadowReport.Counted("code: is missing", 1, List.of(lost)));
  }

  @Test
  void noMoreMessagesAreReadThanAsked() throws Exception {
    String name = "shadow3/thing.inbound";
    node.promote(WorkbenchNode.file(name, "id: $.a", "id: one"));
    for (int i = 0; i < 45; i++) {
      node.message(name, "{\"a\": \"1\"}");
    }

    ShadowReport some = node.bean(Shadow.class).run(WorkbenchNode.named(name, null), 30, 30);
    ShadowReport all = node.bean(Shadow.class).run(WorkbenchNode.named(name, null), 1000, 30);

    assertThat(some.compared()).isEqualTo(30);
    assertThat(all.compared()).isEqualTo(45);
    assertThat(all.same()).isEqualTo(45);
  }

  @Test
  void aRealMessageIsPreviewedWithPersonalDataHidden() throws Exception {
    String name = "shadow4/thing.inbound";
    UUID id = node.message(name, "{\"a\": \"9\", \"b\": \"kim@shop.test\", \"c\": 1}");
    Candidates candidates = node.bean(Candidates.class);
    Previews previews = node.bean(Previews.class);

    PreviewReport good =
        previews.of(candidates.read(WorkbenchNode.file(name, "id: $.a, email: $.b", "")), id, null);
    PreviewReport bad =
        previews.of(
            candidates.read(
                WorkbenchNode.file(
                    name, "email: { from: $.b, matches: \"[0-9]+\", because: is no number }", "")),
            id,
            null);

    assertThat(good.accepted()).isTrue();
    assertThat(good.unmapped()).containsExactly("$.c");
    assertThat(good.document()).hasToString("{\"id\":\"9\",\"email\":\"***@***\"}");
    assertThat(bad.accepted()).isFalse();
    assertThat(bad.errors().toString()).contains("email: '***' is no number").doesNotContain("kim");
  }
}
