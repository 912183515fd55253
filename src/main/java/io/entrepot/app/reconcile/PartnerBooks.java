package io.entrepot.app.reconcile;

import java.io.IOException;
import java.util.Map;

/** What a partner believes, asked of the partner itself. */
interface PartnerBooks {
  /**
   * Counts and sums by the partner's own names.
   *
   * @param sums in the text form {@code 15000 KRW}
   */
  record Figures(Map<String, Long> counts, Map<String, String> sums) {
    /** A name that the partner does not know never equals anything of ours. */
    String count(String name) {
      Long count = counts.get(name);
      return count == null ? "no count '" + name + "'" : count.toString();
    }

    String sum(String name) {
      String sum = sums.get(name);
      return sum == null ? "no sum '" + name + "'" : zeroAlike(sum);
    }

    /** The sum of nothing has no currency on our side. */
    private static String zeroAlike(String sum) {
      return sum.startsWith("0 ") ? "0" : sum;
    }
  }

  /** False in production: real partners are reconciled by their settlement files. */
  boolean readable();

  Figures of(String partner) throws IOException, InterruptedException;
}
