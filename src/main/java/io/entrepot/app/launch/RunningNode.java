package io.entrepot.app.launch;

import io.entrepot.app.node.Node;
import io.entrepot.app.node.NodeSettings;
import io.entrepot.app.node.RunFile;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A node that ends with this process: on Ctrl-C, on SIGTERM, and when the verb is done. */
public final class RunningNode {
  private static final long STOP_SECONDS_MAX = 9;

  private RunningNode() {}

  public static Node start(NodeSettings settings) {
    return ending(Node.start(settings));
  }

  /** Ends also with the hub that owns the database: nothing is left to work on then. */
  public static Node join(RunFile hub, NodeSettings settings) {
    Node node = ending(Node.join(hub, settings));
    Thread watch = new Thread(() -> awaitEnd(hub), "owner-watch");
    watch.setDaemon(true);
    watch.start();
    return node;
  }

  private static void awaitEnd(RunFile hub) {
    ProcessHandle.of(hub.pid()).map(ProcessHandle::onExit).ifPresent(CompletableFuture::join);
    System.err.println("hub: the hub of " + hub.data() + " has ended, and this node with it");
    System.exit(ExitCodes.NO_HUB);
  }

  private static Node ending(Node node) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "node-stop"));
    return node;
  }

  /** Returns never: the signal that ends the wait ends the process, after its hooks. */
  public static void awaitStop() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** What hangs is left behind: the database was told to stop, and recovers from anything. */
  private static void stop(Node node) {
    Thread closing = new Thread(node::close, "node-close");
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS_MAX));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
