package io.entrepot.app.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** The weekday field of a cron, turned into names, of which no two programs have two readings. */
final class Weekdays {
  private static final List<String> NAMES =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private Weekdays() {}

  static String named(String field, String cron) {
    if (field.equals("*") || field.equals("?")) {
      return field;
    }
    SortedSet<Integer> days = new TreeSet<>();
    for (String item : field.split(",", -1)) {
      days.addAll(expanded(item, cron));
    }
    return String.join(",", days.stream().map(NAMES::get).toList());
  }

  private static List<Integer> expanded(String item, String cron) {
    String[] rangeAndStep = item.split("/", -1);
    String range = rangeAndStep[0].equals("*") ? "0-6" : rangeAndStep[0];
    String[] ends = range.split("-", -1);
    if (rangeAndStep.length > 2 || ends.length > 2) {
      throw unknown(item, cron);
    }
    int step = rangeAndStep.length == 2 ? number(rangeAndStep[1], 6, cron) : 1;
    int first = day(ends[0], cron);
    int last = ends.length == 2 ? day(ends[1], cron) : first;
    if (step == 0 || last < first) {
      throw unknown(item, cron);
    }
    List<Integer> days = new ArrayList<>();
    for (int day = first; day <= last; day += step) {
      days.add(day % 7);
    }
    return days;
  }

  private static int day(String word, String cron) {
    int named = NAMES.indexOf(word.toUpperCase(Locale.ROOT));
    return named >= 0 ? named : number(word, 7, cron);
  }

  private static int number(String digits, int max, String cron) {
    if (!digits.matches("\\d") || Integer.parseInt(digits) > max) {
      throw unknown(digits, cron);
    }
    return Integer.parseInt(digits);
  }

  private static IllegalArgumentException unknown(String item, String cron) {
    return new IllegalArgumentException(
        "cron '" + cron + "': weekday '" + item + "' is not 0-7, SUN-SAT, a list or a range");
  }
}
