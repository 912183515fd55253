package io.entrepot.connectors.wms;

import io.entrepot.connectors.http.ErrorTable;
import io.entrepot.connectors.spi.ErrorClass;
import java.util.Map;

/** The warehouse's codes; README.md lists them with their statuses. */
final class WmsErrors {
  static final ErrorTable TABLE =
      new ErrorTable(
          Map.of(
              "UNAUTHORIZED", ErrorClass.OUR_BUG,
              "INVALID_SHIPMENT", ErrorClass.CLIENT_ERROR,
              "ORDER_NO_TAKEN", ErrorClass.CLIENT_ERROR,
              "NOT_FOUND", ErrorClass.CLIENT_ERROR,
              "LOCKED", ErrorClass.RATE_LIMITED));

  private WmsErrors() {}
}
