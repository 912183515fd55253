package io.entrepot.app.bench.ordering;

import java.util.Arrays;

/**
 * What one round of callers saw.
 *
 * @param nanos each call's time, sorted
 * @param javaMicros CPU of this process per call, callers included
 * @param postgresMicros CPU of the database per call
 */
@SuppressWarnings("ArrayRecordComponent") // Read here, compared by nobody.
record Burst(long[] nanos, double seconds, double javaMicros, double postgresMicros) {
  static Burst of(long[] nanos, double seconds, double javaSeconds, double postgresSeconds) {
    Arrays.sort(nanos);
    double calls = Math.max(1, nanos.length);
    return new Burst(nanos, seconds, javaSeconds * 1e6 / calls, postgresSeconds * 1e6 / calls);
  }

  double perSecond() {
    return nanos.length / seconds;
  }

  /** The time within which that part of the calls was answered. */
  double millis(double quantile) {
    return nanos.length == 0
        ? Double.NaN
        : nanos[(int) Math.min(nanos.length - 1L, Math.round(quantile * nanos.length))] / 1e6;
  }

  String text() {
    return "%.0f/s, p50 %.1f ms, p99 %.1f ms, max %.0f ms, CPU %.0f + %.0f µs"
        .formatted(perSecond(), millis(0.5), millis(0.99), millis(1), javaMicros, postgresMicros);
  }
}
