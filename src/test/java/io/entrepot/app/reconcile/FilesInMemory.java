package io.entrepot.app.reconcile;

import io.entrepot.app.export.RemoteFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One exported file and its side files, as a receiver would find them. */
final class FilesInMemory implements RemoteFolder {
  private static final String NAME = "erp-orders_20261121_0001_20261121040000Z_v1.csv";

  private final Map<String, String> files = new TreeMap<>();

  /** A line of 30 000 won and a charge of 3 000 for each. */
  void put(List<UUID> orders) {
    StringBuilder csv = new StringBuilder("\uFEFForder_id,currency,amount\r\n");
    for (UUID order : orders) {
      csv.append(order).append(",KRW,30000\r\n").append(order).append(",KRW,3000\r\n");
    }
    files.put(NAME, csv.toString());
    seal(orders.size() * 2);
    files.put(NAME + ".done", "");
    files.put("erp-orders_20261122_0002_20261122040000Z_v1.csv", "not done, so not read");
  }

  private void seal(int rows) {
    files.put(
        NAME + ".ctl.json",
        "{\"rows\": %d, \"sha256\": \"%s\", \"encoding\": \"UTF-8-BOM\"}"
            .formatted(rows, sha256(files.get(NAME).getBytes(StandardCharsets.UTF_8))));
  }

  /** Another byte than the control totals know of. */
  void tear() {
    files.put(NAME, files.get(NAME).replace("30000", "30001"));
  }

  void remove() {
    files.remove(NAME + ".done");
  }

  /** Forged: without that order, and with control totals that say so. */
  void drop(UUID order) {
    files.put(NAME, files.get(NAME).replaceAll(order + ",.*\r\n", ""));
    seal(2);
  }

  @Override
  public byte[] download(String name) throws IOException {
    return files.get(name).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<String> list() {
    return List.copyOf(files.keySet());
  }

  @Override
  public boolean exists(String name) {
    return files.containsKey(name);
  }

  @Override
  public void upload(String name, Path content) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void rename(String from, String to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
