package io.entrepot.connectors.spi.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All partners of one server. */
final class OpenPartners implements AutoCloseable {
  private final Map<String, OpenPartner> byId = new LinkedHashMap<>();

  static OpenPartners of(SandboxOptions options, List<Sandbox> sandboxes, URI server)
      throws IOException {
    OpenPartners partners = new OpenPartners();
    SandboxCaller caller = new SandboxCaller();
    try {
      for (Sandbox sandbox : sandboxes) {
        partners.byId.put(sandbox.partner(), open(options, sandbox, server, caller));
      }
      return partners;
    } catch (IOException | RuntimeException e) {
      partners.close();
      throw e;
    }
  }

  private static OpenPartner open(
      SandboxOptions options, Sandbox sandbox, URI server, SandboxCaller caller)
      throws IOException {
    Books books = books(options, sandbox.partner());
    try {
      SandboxSite site = site(options, sandbox, server, caller, books);
      return new OpenPartner(sandbox.partner(), sandbox.open(site), site);
    } catch (RuntimeException e) {
      books.close();
      throw e;
    }
  }

  private static Books books(SandboxOptions options, String partner) throws IOException {
    return options.books().isEmpty()
        ? Books.inMemory()
        : Books.inFile(options.books().get().resolve(partner + ".jsonl"));
  }

  private static SandboxSite site(
      SandboxOptions options, Sandbox sandbox, URI server, SandboxCaller caller, Books books) {
    Faults faults = new Faults(faults(sandbox));
    Errands errands = new Errands(sandbox.partner(), books, faults);
    return new SandboxSite(
        books,
        faults,
        errands,
        new Notices(errands, faults, caller, to -> SandboxSite.atHub(options.hub(), to)),
        caller,
        new SkewedClock(options.clock()),
        server,
        options.hub());
  }

  private static List<FaultName> faults(Sandbox sandbox) {
    List<FaultName> faults = new ArrayList<>(StandardFault.WIRE);
    faults.add(StandardFault.SKEW);
    faults.add(StandardFault.ANY_OF_WIRE);
    faults.addAll(sandbox.faults());
    return faults;
  }

  Collection<OpenPartner> all() {
    return byId.values();
  }

  Optional<OpenPartner> find(@Nullable String id) {
    return Optional.ofNullable(byId.get(id));
  }

  void resume() {
    byId.values().forEach(open -> open.partner().resume());
  }

  @Override
  public void close() {
    byId.values().forEach(OpenPartner::close);
  }
}
