package io.entrepot.app.ops;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.inbox.Refusal;
import io.entrepot.app.inbox.RefusalJournal;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/ops/refusals}: notices that were not let in, newest first. */
@RestController
@RequestMapping("/api/v1/ops/refusals")
class RefusalsApi {
  private final RefusalJournal journal;

  RefusalsApi(RefusalJournal journal) {
    this.journal = journal;
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Row(
      Instant at,
      String partner,
      String document,
      String sender,
      String code,
      String detail,
      long bodyBytes,
      String bodyHead,
      long unwrittenBefore) {
    static Row of(Refusal refusal) {
      return new Row(
          refusal.at(),
          refusal.partner(),
          refusal.document(),
          refusal.sender(),
          refusal.code(),
          refusal.detail(),
          refusal.bodyBytes(),
          refusal.bodyHead(),
          refusal.unwritten());
    }
  }

  @GetMapping
  List<Row> list(@RequestParam(defaultValue = "50") int limit) {
    Page.checkLimit(limit);
    return journal.latest(limit).stream().map(Row::of).toList();
  }
}
