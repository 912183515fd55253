package io.entrepot.connectors.spi.sandbox;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the frame gives to one simulated partner.
 *
 * @param books its own, loaded
 * @param faults those switched on for it
 * @param errands what it does by itself, later and again
 * @param notices what it tells the hub
 * @param caller how it reaches others
 * @param clock its clock, which a fault may put ahead
 * @param server base address of the whole sandbox server, without a slash at the end
 * @param hub where the hub is reached at this moment, if it is up
 */
public record SandboxSite(
    Books books,
    Faults faults,
    Errands errands,
    Notices notices,
    SandboxCaller caller,
    Clock clock,
    URI server,
    Supplier<Optional<URI>> hub) {

  /**
   * Where an address that the hub gave leads now. Takes the place of a name service: a hub of
   * development may come back on another port, and what was promised to the old one still has to
   * arrive.
   */
  public URI atHub(URI address) {
    return atHub(hub, address);
  }

  static URI atHub(Supplier<Optional<URI>> hub, URI address) {
    String pathAndQuery =
        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    return hub.get().map(now -> URI.create(now + pathAndQuery)).orElse(address);
  }
}
