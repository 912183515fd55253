package io.entrepot.app.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;

/** A small member: locks only, quick to start, found by address alone. */
final class MemberConfig {
  private MemberConfig() {}

  static Config of(MemberAddress address) {
    Config config = new Config();
    config.setClusterName(address.clusterName());
    config.getJetConfig().setEnabled(false);
    network(config.getNetworkConfig(), address);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.health.monitoring.level", "OFF");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.max.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.graceful.shutdown.max.wait", "3");
    // A dead node's locks are free again after this; its work is safe in Postgres either way.
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
    config.setProperty("hazelcast.heartbeat.interval.seconds", "2");
    config.setProperty("hazelcast.partition.count", "31");
    config.setProperty("hazelcast.operation.thread.count", "2");
    config.setProperty("hazelcast.operation.generic.thread.count", "2");
    config.setProperty("hazelcast.event.thread.count", "1");
    config.setProperty("hazelcast.io.thread.count", "1");
    return config;
  }

  private static void network(NetworkConfig network, MemberAddress address) {
    network.setPort(address.port()).setPortAutoIncrement(false);
    network.getInterfaces().setEnabled(true).addInterface(address.bind());
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(address.members());
  }
}
