package io.entrepot.app.cluster;

import java.util.List;

/**
 * Where a member listens and whom it joins.
 *
 * @param clusterName holds a secret of the data directory: a stranger that does not know it is
 *     turned away
 * @param bind its own address, without port
 * @param members {@code host:port} of others, tried at the start; empty = alone until others come
 */
public record MemberAddress(String clusterName, String bind, int port, List<String> members) {
  public MemberAddress {
    members = List.copyOf(members);
  }

  public String asMember() {
    return bind + ":" + port;
  }

  /** Without the name, which is the secret. */
  @Override
  public String toString() {
    return asMember() + " joining " + members;
  }
}
