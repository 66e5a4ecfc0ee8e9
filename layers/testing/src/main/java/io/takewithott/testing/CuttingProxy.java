package io.takewithott.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes connections on to a server, but cuts the first ones when the answer comes, so that the
 * request was carried out and the client never hears of it, or in the middle of the answer.
 */
public final class CuttingProxy implements AutoCloseable {
  private static final int BUFFER_BYTES = 8192;

  private final URI server;
  private final AtomicInteger cuts;
  private final long bytesBeforeCut;
  private final ServerSocket listener;

  private CuttingProxy(URI server, int cuts, long bytesBeforeCut, ServerSocket listener) {
    this.server = server;
    this.cuts = new AtomicInteger(cuts);
    this.bytesBeforeCut = bytesBeforeCut;
    this.listener = listener;
  }

  /**
   * @param cuts how many connections lose their answer
   */
  public static CuttingProxy before(URI server, int cuts) {
    return before(server, cuts, 0);
  }

  /**
   * @param cuts how many connections are cut
   * @param bytesBeforeCut of the answer that still pass, at least
   */
  public static CuttingProxy before(URI server, int cuts, long bytesBeforeCut) {
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      CuttingProxy proxy = new CuttingProxy(server, cuts, bytesBeforeCut, listener);
      start(proxy::accept);
      return proxy;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket upstream = new Socket(server.getHost(), server.getPort());
        long most = cuts.getAndDecrement() > 0 ? bytesBeforeCut : Long.MAX_VALUE;
        start(() -> pass(client, upstream, Long.MAX_VALUE));
        start(() -> pass(upstream, client, most));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void pass(Socket from, Socket to, long most) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      long passed = 0;
      for (int read = in.read(buffer); read >= 0 && passed < most; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
        passed += read;
      }
    } catch (IOException closed) {
      // The other direction has ended the connection.
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
