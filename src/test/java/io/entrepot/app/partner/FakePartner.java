package io.entrepot.app.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.RateLimit;
import io.entrepot.connectors.spi.TestResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A partner in memory: remembers its calls, fails when told. */
public final class FakePartner implements Connector {
  private final String id;
  private final Set<String> operations;
  private final List<PartnerCall> calls = new CopyOnWriteArrayList<>();
  private final Deque<Exception> failures = new ArrayDeque<>();
  private final Map<UUID, Exception> failuresOf = new ConcurrentHashMap<>();
  private volatile RateLimit limit = RateLimit.UNLIMITED;
  private volatile boolean configured = true;
  private volatile JsonNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);

  public FakePartner(String id, String... operations) {
    this.id = id;
    this.operations = Set.of(operations);
  }

  /** The next calls fail, one each. */
  public synchronized FakePartner failing(Exception... next) {
    failures.addAll(List.of(next));
    return this;
  }

  /** The next call about that order fails. */
  public void failing(UUID order, Exception next) {
    failuresOf.put(order, next);
  }

  public static PartnerException down() {
    return new PartnerException(ErrorClass.REFUSED_CONNECTION, "NOBODY", "nobody listens");
  }

  public FakePartner limited(RateLimit to) {
    limit = to;
    return this;
  }

  public FakePartner unconfigured() {
    configured = false;
    return this;
  }

  public FakePartner answering(JsonNode with) {
    answer = with;
    return this;
  }

  /** Those that came through and those that failed. */
  public List<PartnerCall> calls() {
    return calls;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean configured() {
    return configured;
  }

  @Override
  public Map<String, Operation> operations() {
    return operations.stream().collect(Collectors.toMap(name -> name, name -> this::call));
  }

  @Override
  public RateLimit limit() {
    return limit;
  }

  @Override
  public TestResult test() {
    return TestResult.passed("it is only a fake");
  }

  private PartnerAnswer call(PartnerCall call) throws PartnerException {
    calls.add(call);
    Exception failure = nextFailure(call);
    if (failure instanceof PartnerException known) {
      throw known;
    }
    if (failure instanceof RuntimeException bug) {
      throw bug;
    }
    return new PartnerAnswer(answer, 201, Duration.ofMillis(3));
  }

  private synchronized Exception nextFailure(PartnerCall call) {
    Exception ofOrder = failuresOf.remove(call.correlationId());
    return ofOrder == null ? failures.poll() : ofOrder;
  }
}
