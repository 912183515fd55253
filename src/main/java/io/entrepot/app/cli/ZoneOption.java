package io.entrepot.app.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time zone by its name; a wrong one is told without the names of Java's classes. */
final class ZoneOption implements ITypeConverter<ZoneId> {
  @Override
  public ZoneId convert(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + name + "' is no time zone: name one by region and city, such as Asia/Seoul");
    }
  }
}
