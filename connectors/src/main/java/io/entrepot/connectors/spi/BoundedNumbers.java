package io.entrepot.connectors.spi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;

/** A parser that refuses a number with an exponent nobody means, where it stands. */
final class BoundedNumbers extends JsonParserDelegate {

  BoundedNumbers(JsonParser parser) {
    super(parser);
  }

  @Override
  public BigDecimal getDecimalValue() throws IOException {
    try {
      BigDecimal number = super.getDecimalValue();
      if (PlainNumber.fits(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The parser lets an exponent pass that is itself too long for a number.
    }
    throw new StreamConstraintsException(
        "Number has more than " + PlainNumber.DIGITS_MAX + " digits when it is written out",
        currentTokenLocation());
  }
}
