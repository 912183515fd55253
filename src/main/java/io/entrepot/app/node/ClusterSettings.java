package io.entrepot.app.node;

import io.entrepot.app.cluster.MemberAddress;
import io.entrepot.app.embedded.Ports;
import io.entrepot.app.embedded.SecretFile;
import java.util.List;
import java.util.stream.Stream;

/** The member's address out of {@code entrepot.cluster.*}. */
final class ClusterSettings {
  private ClusterSettings() {}

  static MemberAddress address(NodeSettings settings) {
    String name =
        settings
            .find("cluster.name")
            .orElseGet(
                () ->
                    "entrepot-" + SecretFile.readOrCreate(settings.data().resolve("cluster.name")));
    List<String> members =
        settings.find("cluster.members").stream()
            .flatMap(text -> Stream.of(text.split(",", -1)))
            .map(String::strip)
            .filter(member -> !member.isEmpty())
            .toList();
    return new MemberAddress(name, settings.require("cluster.bind"), port(settings), members);
  }

  /** Chosen here where it is 0, so that the run file can name it before the member has started. */
  private static int port(NodeSettings settings) {
    return Ports.chosen(settings.port("cluster.port"), "ENTREPOT_CLUSTER_PORT");
  }
}
