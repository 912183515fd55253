package io.entrepot.app.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outcomes as they were, newest first. */
@Component
final class ReconciliationStore {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final JdbcClient jdbc;

  ReconciliationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Reconciliation outcome) {
    jdbc.sql("INSERT INTO reconcile.reconciliation (id, outcome) VALUES (:id, :outcome::jsonb)")
        .param("id", outcome.id())
        .param("outcome", json(outcome))
        .update();
  }

  List<Reconciliation> latest(int limit) {
    return jdbc
        .sql("SELECT outcome FROM reconcile.reconciliation ORDER BY id DESC LIMIT :limit")
        .param("limit", limit)
        .query(String.class)
        .list()
        .stream()
        .map(ReconciliationStore::outcome)
        .toList();
  }

  private static String json(Reconciliation outcome) {
    try {
      return JSON.writeValueAsString(outcome);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Reconciliation outcome(String json) {
    try {
      return JSON.readValue(json, Reconciliation.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a kept reconciliation cannot be read", broken);
    }
  }
}
