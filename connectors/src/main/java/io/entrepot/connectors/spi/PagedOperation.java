package io.entrepot.connectors.spi;

import java.util.Optional;

/**
 * An operation that answers a list in pages. It only reads, and holds one page at a time: whoever
 * asks takes the next page when it is done with the last.
 */
public interface PagedOperation extends Operation {
  /**
   * One page.
   *
   * @param call the same for each page of one reading
   * @param cursor empty for the first page, then what the page before told; opaque
   * @throws PartnerException classified; the same page may be asked for again with its cursor
   */
  PartnerPage page(PartnerCall call, Optional<String> cursor) throws PartnerException;

  /** The first page's items, as an array. */
  @Override
  default PartnerAnswer call(PartnerCall call) throws PartnerException {
    return page(call, Optional.empty()).answer();
  }

  @Override
  default boolean reads() {
    return true;
  }

  /** How many pages a reading has at most; more is taken for a partner that runs in circles. */
  int pagesMax();
}
