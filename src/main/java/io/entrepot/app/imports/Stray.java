package io.entrepot.app.imports;

import io.entrepot.app.embedded.UploadNames;

/**
 * A file that will not be taken as it lies there.
 *
 * @param reason a code and a line that says what to do
 */
record Stray(String name, String reason) {

  /** Without leading dots, so that whoever looks into the folder sees it. */
  static String note(String name) {
    return name.replaceFirst("^\\.+", "") + UploadNames.REASON;
  }
}
