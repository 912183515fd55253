package io.entrepot.app.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * A cron of five fields (minute hour day month weekday) or six (seconds first), as people write it:
 * weekdays by name or 0–7 with 0 and 7 for Sunday. Quartz counts weekdays from 1 for Sunday, so
 * that the same digits would silently mean another day there.
 */
public record Cron(String text, String quartz) {
  public static Cron parse(String text) {
    List<String> fields = new ArrayList<>(List.of(text.trim().split("\\s+")));
    if (fields.size() == 5) {
      fields.add(0, "0");
    }
    if (fields.size() != 6) {
      throw new IllegalArgumentException(
          "cron '" + text + "' has " + fields.size() + " fields; five or six are wanted");
    }
    fields.set(5, Weekdays.named(fields.get(5), text));
    String quartz = String.join(" ", withOneOpenDay(fields, text));
    try {
      CronExpression.validateExpression(quartz);
    } catch (ParseException refused) {
      throw new IllegalArgumentException("cron '" + text + "': " + refused.getMessage(), refused);
    }
    return new Cron(text, quartz);
  }

  /** Quartz wants a question mark in the one of the two day fields that does not decide. */
  private static List<String> withOneOpenDay(List<String> fields, String text) {
    boolean anyDay = isOpen(fields.get(3));
    boolean anyWeekday = isOpen(fields.get(5));
    if (!anyDay && !anyWeekday) {
      throw new IllegalArgumentException(
          "cron '" + text + "' names a day of the month and a weekday; make two schedules of it");
    }
    fields.set(3, anyDay && !anyWeekday ? "?" : fields.get(3).replace('?', '*'));
    fields.set(5, anyWeekday ? "?" : fields.get(5));
    return fields;
  }

  private static boolean isOpen(String field) {
    return field.equals("*") || field.equals("?");
  }

  /** The next {@code count} fires after {@code after}; fewer where the cron ends. */
  public List<Instant> nextAfter(Instant after, ZoneId zone, int count) {
    CronExpression expression = expression(zone);
    List<Instant> fires = new ArrayList<>();
    Date next = expression.getNextValidTimeAfter(Date.from(after));
    while (next != null && fires.size() < count) {
      fires.add(next.toInstant());
      next = expression.getNextValidTimeAfter(next);
    }
    return fires;
  }

  CronExpression expression(ZoneId zone) {
    try {
      CronExpression expression = new CronExpression(quartz);
      expression.setTimeZone(TimeZone.getTimeZone(zone));
      return expression;
    } catch (ParseException validatedBefore) {
      throw new AssertionError(quartz, validatedBefore);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
