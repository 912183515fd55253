package io.entrepot.app.node;

import io.entrepot.app.embedded.Ports;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks at every fixed port before anything starts: a refusal costs no five seconds. */
final class NodePorts {
  private NodePorts() {}

  static void requireFree(NodeSettings settings) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Ports.requireFree(address(settings), settings.port("port"), "ENTREPOT_PORT (or --port)");
    if (!SftpAccounts.outsideIn(settings)) {
      Ports.requireFree(loopback, settings.port("sftp.port"), "ENTREPOT_SFTP_PORT");
    }
    if (settings.find(NodeSettings.SMTP).isEmpty()) {
      Ports.requireFree(loopback, settings.port("smtp.port"), "ENTREPOT_SMTP_PORT");
    }
    if (settings.sandboxed()) {
      Ports.requireFree(loopback, settings.port("sandbox.port"), "ENTREPOT_SANDBOX_PORT");
    }
  }

  private static InetAddress address(NodeSettings settings) {
    try {
      return InetAddress.getByName(settings.require("bind"));
    } catch (UnknownHostException e) {
      throw NodeSettings.refused("bind", "is no address of this machine");
    }
  }
}
