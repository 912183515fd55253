package io.entrepot.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of loopback listeners. */
public final class Ports {
  private Ports() {}

  /** {@code port}, or a free one for 0: chosen early where others have to be told of it. */
  public static int chosen(int port, String setting) {
    try {
      return port == 0 ? free() : port;
    } catch (IOException e) {
      throw refused(e, port, setting);
    }
  }

  /** A port that is free at this moment. */
  public static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Fails early and by name where {@code port} is taken; 0 is never taken.
   *
   * @param setting what to set to another port
   */
  public static void requireFree(InetAddress address, int port, String setting) {
    try (ServerSocket socket = new ServerSocket(port, 1, address)) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw refused(e, port, setting);
    }
  }

  /** The one line for a port that could not be bound. */
  public static StartRefused refused(Exception failure, int port, String setting) {
    return new StartRefused(
        "port " + port + " is taken: set " + setting + " to a free one, or to 0", failure);
  }
}
