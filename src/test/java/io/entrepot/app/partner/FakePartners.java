package io.entrepot.app.partner;

import java.util.List;

/** Registries of fakes for tests of other packages. */
public final class FakePartners {
  private FakePartners() {}

  public static PartnerRegistry registry(FakePartner... partners) {
    return new PartnerRegistry(List.of(partners));
  }
}
