package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.wire.CredentialScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the RDS Data API; requests to other paths are left to other handlers. */
public final class RdsDataHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(RdsDataHandler.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RdsDataCluster cluster;
  private final RdsDataLimits limits;
  private final DataApi api;

  /** Calls are refused while {@code pause} says so; {@code time} tells when transactions expire. */
  public RdsDataHandler(
      ConnectionSource source,
      RdsDataCluster cluster,
      RdsDataLimits limits,
      ClusterPause pause,
      InstantSource time) {
    this.cluster = cluster;
    this.limits = limits;
    this.api = new DataApi(source, cluster, limits, pause, time);
  }

  /** A cluster that never pauses, with AWS's limits and the system's time. */
  public RdsDataHandler(ConnectionSource source, RdsDataCluster cluster) {
    this(
        source,
        cluster,
        RdsDataLimits.aws(),
        new ClusterPause(InstantSource.system()),
        InstantSource.system());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Operation> operation = Operation.at(Request.getPathInContext(request));
    if (operation.isEmpty()) {
      return false;
    }
    try {
      answer(response, callback, 200, respond(operation.get(), request));
    } catch (DataApiException e) {
      refuse(response, callback, e);
    } catch (RuntimeException e) {
      LOG.error("{} failed", operation.get(), e);
      refuse(response, callback, DataApiException.internal());
    }
    return true;
  }

  /**
   * A call without a network in between, from within the program.
   *
   * @param path such as {@code /Execute}
   */
  public Answer call(String path, byte[] body) throws IOException {
    try {
      Operation operation = Operation.at(path).orElseThrow(DataApiException::unknownOperation);
      return new Answer(200, "", api.call(operation, parse(body)));
    } catch (DataApiException refusal) {
      return new Answer(
          refusal.status(), refusal.type(), refusal.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * @param error the name of what was refused; empty where it was not
   * @param body an answer as JSON, or the refusal's words
   */
  public record Answer(int status, String error, byte[] body) {}

  private byte[] respond(Operation operation, Request request) throws IOException {
    byte[] body = body(request);
    if (!"POST".equals(request.getMethod())) {
      throw DataApiException.unknownOperation();
    }
    authenticate(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    requireJson(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    return api.call(operation, parse(body));
  }

  /**
   * The whole body is taken even if it is too large, so that the client gets to read the refusal.
   */
  private byte[] body(Request request) throws IOException {
    int room = limits.requestBytes() - headerBytes(request);
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(Math.max(0, room) + 1);
      if (body.length > room) {
        in.transferTo(OutputStream.nullOutputStream());
        throw DataApiException.requestTooLarge(limits.requestBytes());
      }
      return body;
    }
  }

  private static int headerBytes(Request request) {
    int bytes = 0;
    for (HttpField field : request.getHeaders()) {
      bytes += field.getName().length() + String.valueOf(field.getValue()).length();
    }
    return bytes;
  }

  /** This service allows any white space after the algorithm's name. */
  private void authenticate(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256")) {
      throw DataApiException.missingAuthentication();
    }
    CredentialScope scope =
        CredentialScope.parse(authorization.replaceFirst("\\s+", " "))
            .orElseThrow(DataApiException::incompleteSignature);
    if (!scope.service().equals("rds-data")) {
      throw DataApiException.missingAuthentication();
    }
    if (!scope.accessKeyId().equals(cluster.accessKeyId())) {
      throw DataApiException.unrecognizedClient();
    }
  }

  private static void requireJson(@Nullable String contentType) {
    if (contentType != null && !contentType.toLowerCase(Locale.ROOT).contains("json")) {
      throw DataApiException.unsupportedMediaType(contentType);
    }
  }

  private static JsonNode parse(byte[] body) throws IOException {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw DataApiException.serialization("Could not parse the request body as JSON");
    }
  }

  private static void refuse(Response response, Callback callback, DataApiException refusal) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", refusal.text());
    refusal.connectionId().ifPresent(id -> body.put("dbConnectionId", id));
    response.getHeaders().put("x-amzn-ErrorType", refusal.type());
    answer(response, callback, refusal.status(), body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(Response response, Callback callback, int status, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    api.close();
  }
}
