package io.entrepot.app.bench.ordering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Picks SKUs as crowds do: the second best sells half as often as the best (exponent 0.99). */
final class Zipf {
  private static final double EXPONENT = 0.99;

  private final List<String> skus;
  private final double[] cumulated;

  Zipf(List<String> skus) {
    this.skus = List.copyOf(skus);
    this.cumulated = new double[skus.size()];
    double sum = 0;
    for (int rank = 0; rank < cumulated.length; rank++) {
      sum += 1 / Math.pow(rank + 1.0, EXPONENT);
      cumulated[rank] = sum;
    }
  }

  /** Different ones. */
  List<String> pick(int count, RandomGenerator random) {
    List<String> picked = new ArrayList<>(count);
    while (picked.size() < count) {
      String sku = pick(random);
      if (!picked.contains(sku)) {
        picked.add(sku);
      }
    }
    return picked;
  }

  private String pick(RandomGenerator random) {
    double point = random.nextDouble() * cumulated[cumulated.length - 1];
    int place = Arrays.binarySearch(cumulated, point);
    return skus.get(place < 0 ? -place - 1 : place);
  }
}
