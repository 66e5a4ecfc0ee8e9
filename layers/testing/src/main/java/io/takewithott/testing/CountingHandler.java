package io.takewithott.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts the requests that pass through, so that a test can say how many a route makes. */
final class CountingHandler extends Handler.Wrapper {
  private final AtomicInteger requests = new AtomicInteger();

  CountingHandler(Handler handler) {
    super(handler);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    requests.incrementAndGet();
    return super.handle(request, response, callback);
  }

  int count() {
    return requests.get();
  }
}
