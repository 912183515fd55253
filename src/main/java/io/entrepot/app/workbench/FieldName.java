package io.entrepot.app.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a field alone says, and what it leaves open. */
final class FieldName {
  private static final Pattern VALID = Pattern.compile("[\\w-]{1,60}(\\.[\\w-]{1,60}){0,9}");
  private static final Pattern LIST = Pattern.compile(".*(_list|_items|items)");
  private static final Pattern ADDRESS = Pattern.compile(".*address.*");
  private static final Pattern CODES = Pattern.compile(".*(category|status|country|carrier).*");
  private static final Pattern COUNT = Pattern.compile(".*(quantity|stock|qty|count).*");
  private static final Pattern MONEY = Pattern.compile(".*(price|amount|fee|cost|total).*");
  private static final Pattern CURRENCY =
      Pattern.compile(".*_(jpy|krw|usd|eur|sgd|myr|thb|twd|php|vnd|idr)");
  private static final Pattern TIME = Pattern.compile(".*(_time|_date|_at)");

  /** Spellings that the same documents use for one field; the first is the one that governs. */
  private static final Map<String, String> OTHER_SPELLINGS =
      Map.of(
          "product_code", "sku, product_id",
          "product_id", "product_code",
          "name_ja", "title_ja",
          "name_en", "title_en");

  private FieldName() {}

  static boolean valid(String name) {
    return VALID.matcher(name).matches();
  }

  /** What nobody can know from a pair of names. */
  static List<String> gaps(String source, String target) {
    String both = source + " -> " + target + ": ";
    List<String> gaps = new ArrayList<>();
    if (either(LIST, source, target)) {
      gaps.add(both + "a list by its name; what becomes of its items' fields is not said (each:)");
    } else if (either(ADDRESS, source, target)) {
      gaps.add(both + "an address by its name; what becomes of its parts is not said (fields:)");
    }
    if (either(CODES, source, target)) {
      gaps.add(
          both + "codes by its name; how the one side's become the other's is not said (table:)");
    }
    if (either(MONEY, source, target)) {
      gaps.add(both + money(source));
    } else if (either(COUNT, source, target)) {
      gaps.add(both + "a number by its name; its least and its form are not said (as: integer)");
    }
    if (either(TIME, source, target)) {
      gaps.add(both + "a time by its name; pattern and zone are not said (as: instant)");
    }
    String other = OTHER_SPELLINGS.get(source);
    if (other != null) {
      gaps.add(both + "also spelt " + other + " elsewhere; only " + source + " is read");
    }
    return gaps;
  }

  private static boolean either(Pattern pattern, String source, String target) {
    return pattern.matcher(source).matches() || pattern.matcher(target).matches();
  }

  private static String money(String source) {
    Matcher currency = CURRENCY.matcher(source);
    if (currency.matches()) {
      String code = currency.group(1).toUpperCase(Locale.ROOT);
      return "an amount by its name, in "
          + code
          + "; what the target counts in is not said"
          + " (as: money, currency: "
          + code
          + ")";
    }
    return "an amount by its name; its currency is not said (as: money)";
  }
}
