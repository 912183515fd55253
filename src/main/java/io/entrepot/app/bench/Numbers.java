package io.entrepot.app.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Measured numbers in as many digits as a measurement deserves. */
final class Numbers {
  private static final int DIGITS = 3;
  private static final int WHOLE_FROM = 1000;

  private Numbers() {}

  static String plain(@Nullable Double number) {
    return number == null ? "" : rounded(number).toPlainString();
  }

  static BigDecimal rounded(double number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    BigDecimal shown =
        Math.abs(number) >= WHOLE_FROM
            ? exact.setScale(0, RoundingMode.HALF_UP)
            : exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    return shown.signum() == 0 ? BigDecimal.ZERO : withoutTrailingZeros(shown);
  }

  private static BigDecimal withoutTrailingZeros(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }
}
