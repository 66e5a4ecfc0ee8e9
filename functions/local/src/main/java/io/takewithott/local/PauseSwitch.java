package io.takewithott.local;

import io.takewithott.cloud.rdsdata.ClusterPause;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code POST /pause/15}: the database falls asleep, and takes 15 seconds to wake when asked. */
final class PauseSwitch extends Handler.Abstract {
  private static final Pattern PATH = Pattern.compile("/pause/([0-9]{1,3})");

  private final ClusterPause pause;

  PauseSwitch(ClusterPause pause) {
    this.pause = pause;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Matcher path = PATH.matcher(Request.getPathInContext(request));
    if (!request.getMethod().equals("POST") || !path.matches()) {
      return false;
    }
    pause.pause(Duration.ofSeconds(Long.parseLong(path.group(1))));
    response.setStatus(204);
    callback.succeeded();
    return true;
  }
}
