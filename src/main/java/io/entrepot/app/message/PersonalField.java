package io.entrepot.app.message;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field's name says about its value, and how such a value is shown. */
enum PersonalField {
  /** Never shown, whatever its form. */
  SECRET,
  NAME,
  MAIL,
  PHONE,
  ADDRESS,
  /** Account and card numbers. */
  NUMBER,
  /** A letter to somebody: it greets by name. */
  LETTER;

  private static final Pattern SECRETS =
      Pattern.compile(
          ".*(secret|password|passwd|token).*|.*(signature|authorization|credential|apikey|accesskey"
              + "|privatekey|clientkey|securitykey|pin|cvc|cvv|birth|passport|birthday|birthdate|residentno"
              + "|residentnumber|customsid|customscode)|tkey|key");
  private static final Pattern MAILS = Pattern.compile(".*(email|mailaddress)|mail|to|cc|bcc|from");
  private static final Pattern PHONES =
      Pattern.compile(
          ".*(phone|phoneno|phonenumber|mobile|mobileno|tel|telno|cellphone|fax)|telno.*");
  private static final Pattern ADDRESSES =
      Pattern.compile(
          ".*(address|addr|addr\\d|address\\d|addressdetail|street|postcode|postalcode|zipcode)"
              + "|line\\d|zip|city");
  private static final Pattern NUMBERS =
      Pattern.compile(".*(cardnumber|cardno|accountnumber|accountno|iban)");
  private static final Pattern NAMES =
      Pattern.compile("man|.*name|.*(recipient|holder|depositor|consignee)");

  /** Names of things. */
  private static final Set<String> THINGS =
      Set.of(
          "ordername",
          "productname",
          "itemname",
          "skuname",
          "optionname",
          "carriername",
          "shopname",
          "filename",
          "hostname",
          "eventname",
          "documentname",
          "mappingname",
          "categoryname",
          "brandname",
          "bankname",
          "statusname",
          "templatename");

  private static final Set<String> HOLDERS_OF_THINGS =
      Set.of("lines", "items", "products", "product", "sku", "charges", "options");
  private static final Set<String> LETTERS = Set.of("text", "html");

  static @Nullable PersonalField of(@Nullable String parent, String field) {
    String name = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    if (SECRETS.matcher(name).matches()) {
      return SECRET;
    }
    if (MAILS.matcher(name).matches()) {
      return MAIL;
    }
    if (PHONES.matcher(name).matches()) {
      return PHONE;
    }
    if (NUMBERS.matcher(name).matches()) {
      return NUMBER;
    }
    if (ADDRESSES.matcher(name).matches()) {
      return ADDRESS;
    }
    if (LETTERS.contains(name)) {
      return LETTER;
    }
    return NAMES.matcher(name).matches() && !isThing(parent, name) ? NAME : null;
  }

  private static boolean isThing(@Nullable String parent, String name) {
    return THINGS.contains(name) || (parent != null && HOLDERS_OF_THINGS.contains(parent));
  }

  String hide(String value) {
    return switch (this) {
      case SECRET, ADDRESS -> "***";
      case NAME -> value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1)) + "**";
      case MAIL -> value.contains("@") ? "***@***" : Masker.text(value);
      case PHONE -> tail(value, 2);
      case NUMBER -> tail(value, 4);
      case LETTER -> "*** (" + value.length() + " characters)";
    };
  }

  /** Only the last characters: enough for a caller to recognise a number, not to learn it. */
  static String tail(String value, int shown) {
    return value.length() <= shown * 2 ? "***" : "***" + value.substring(value.length() - shown);
  }
}
