package io.takewithott.cloud.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.takewithott.cloud.wire.CredentialScope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** StartJobRun and GetJobRun of EMR Serverless, over {@link JobRuns}. */
public final class EmrHandler extends Handler.Abstract {
  private static final String SERVICE = "emr-serverless";
  private static final Pattern PATH =
      Pattern.compile("/applications/([0-9A-Za-z-]{1,64})/jobruns(?:/(\\w{1,64}))?");
  private static final int MOST_BYTES = 256 * 1024;

  private final ObjectMapper mapper = new ObjectMapper();
  private final JobRuns runs;
  private final String accessKeyId;

  public EmrHandler(JobRuns runs, String accessKeyId) {
    this.runs = runs;
    this.accessKeyId = accessKeyId;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Matcher path = PATH.matcher(Request.getPathInContext(request));
    if (!path.matches()) {
      return false;
    }
    String application = path.group(1);
    String run = path.group(2);
    String method = request.getMethod();
    if (!isSigned(request)) {
      answer(response, callback, 403, Map.of("message", "The request is not signed as it must be"));
    } else if (method.equals("POST") && run == null) {
      start(application, request, response, callback);
    } else if (method.equals("GET") && run != null) {
      state(application, run, response, callback);
    } else {
      answer(response, callback, 400, Map.of("message", "There is no such operation"));
    }
    return true;
  }

  private boolean isSigned(Request request) {
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return authorization != null
        && CredentialScope.parse(authorization)
            .filter(scope -> scope.accessKeyId().equals(accessKeyId))
            .filter(scope -> scope.service().equals(SERVICE))
            .isPresent();
  }

  private void start(String application, Request request, Response response, Callback callback)
      throws IOException {
    JsonNode body;
    try (InputStream in = Content.Source.asInputStream(request)) {
      body = mapper.readTree(in.readNBytes(MOST_BYTES));
    }
    JsonNode submit = body.at("/jobDriver/sparkSubmit");
    String token = body.path("clientToken").asText();
    if (token.isEmpty()
        || !submit.path("entryPoint").isTextual()
        || !body.path("executionRoleArn").isTextual()) {
      answer(response, callback, 400, Map.of("message", "The job run lacks what it needs"));
      return;
    }
    List<String> arguments = new ArrayList<>();
    submit.path("entryPointArguments").forEach(argument -> arguments.add(argument.asText()));
    String run = runs.start(application, token, arguments);
    answer(response, callback, 200, Map.of("applicationId", application, "jobRunId", run));
  }

  private void state(String application, String run, Response response, Callback callback)
      throws IOException {
    Optional<String> state = runs.state(run);
    if (state.isEmpty()) {
      answer(response, callback, 404, Map.of("message", "There is no job run " + run));
      return;
    }
    answer(
        response,
        callback,
        200,
        Map.of(
            "jobRun", Map.of("applicationId", application, "jobRunId", run, "state", state.get())));
  }

  private void answer(Response response, Callback callback, int status, Object body)
      throws IOException {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(mapper.writeValueAsBytes(body)), callback);
  }
}
