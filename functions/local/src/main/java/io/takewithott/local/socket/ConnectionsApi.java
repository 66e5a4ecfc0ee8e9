package io.takewithott.local.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.wire.CredentialScope;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * API Gateway's management of connections: {@code POST}, {@code GET} and {@code DELETE} of {@code
 * /stage/@connections/id}.
 */
public final class ConnectionsApi extends Handler.Abstract {
  private static final Pattern PATH = Pattern.compile("/([^/]+)/(?:@|%40)connections/([^/]+)");

  private final ObjectMapper json = new ObjectMapper();
  private final SocketConnections connections;
  private final SocketLimits limits;
  private final String accessKeyId;

  public ConnectionsApi(SocketConnections connections, SocketLimits limits, String accessKeyId) {
    this.connections = connections;
    this.limits = limits;
    this.accessKeyId = accessKeyId;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Matcher path = PATH.matcher(Optional.ofNullable(request.getHttpURI().getPath()).orElse(""));
    if (!path.matches()) {
      return false;
    }
    if (!isSigned(request)) {
      refuse(response, callback, 403, "ForbiddenException", "The request is not signed.");
      return true;
    }
    Optional<SocketConnection> connection =
        connections.find(path.group(1), URLDecoder.decode(path.group(2), StandardCharsets.UTF_8));
    if (connection.isEmpty()) {
      gone(response, callback);
      return true;
    }
    switch (request.getMethod()) {
      case "POST" -> send(request, response, callback, connection.get());
      case "GET" -> describe(response, callback, connection.get());
      case "DELETE" -> {
        connection.get().close(StatusCode.NORMAL, "Connection Closed Normally");
        answer(response, callback, 204, new byte[0]);
      }
      default -> refuse(response, callback, 405, "MethodNotAllowed", "No such operation.");
    }
    return true;
  }

  private void send(
      Request request, Response response, Callback callback, SocketConnection connection)
      throws IOException {
    byte[] body;
    try (InputStream in = Content.Source.asInputStream(request)) {
      body = in.readNBytes(limits.messageBytes() + 1);
    }
    if (body.length > limits.messageBytes()) {
      refuse(response, callback, 413, "PayloadTooLargeException", "The message is too large.");
    } else if (connection.send(new String(body, StandardCharsets.UTF_8))) {
      answer(response, callback, 200, new byte[0]);
    } else {
      gone(response, callback);
    }
  }

  private void describe(Response response, Callback callback, SocketConnection connection)
      throws IOException {
    SocketClient client = connection.client();
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    known.put("connectedAt", client.connectedAt().toString());
    known
        .putObject("identity")
        .put("sourceIp", client.sourceIp())
        .put("userAgent", client.userAgent());
    known.put("lastActiveAt", connection.lastActiveAt().toString());
    answer(response, callback, 200, json.writeValueAsBytes(known));
  }

  private boolean isSigned(Request request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
        .flatMap(CredentialScope::parse)
        .filter(scope -> scope.service().equals("execute-api"))
        .filter(scope -> scope.accessKeyId().equals(accessKeyId))
        .isPresent();
  }

  private void gone(Response response, Callback callback) throws IOException {
    refuse(response, callback, 410, "GoneException", "The connection is gone.");
  }

  private void refuse(Response response, Callback callback, int status, String type, String message)
      throws IOException {
    response.getHeaders().put("x-amzn-ErrorType", type);
    answer(
        response,
        callback,
        status,
        json.writeValueAsBytes(JsonNodeFactory.instance.objectNode().put("message", message)));
  }

  private static void answer(Response response, Callback callback, int status, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
