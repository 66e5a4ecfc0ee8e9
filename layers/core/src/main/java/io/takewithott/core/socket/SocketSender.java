package io.takewithott.core.socket;

import io.takewithott.core.json.Json;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/** Writes to connections of one WebSocket API. */
public final class SocketSender {
  /** What became of a message. */
  public enum Outcome {
    /** Written to the socket, which does not say that the client read it. */
    SENT,
    /** The connection is closed for good. */
    GONE,
    /** Not written, or not known to be; another attempt may succeed. */
    FAILED
  }

  private final ApiGatewayManagementApiClient client;

  public SocketSender(ApiGatewayManagementApiClient client) {
    this.client = client;
  }

  /** Writes the value as JSON. A repeated attempt of the SDK's may write it twice. */
  public Outcome send(String connectionId, Object message) {
    SdkBytes data = SdkBytes.fromUtf8String(Json.text(message));
    try {
      client.postToConnection(request -> request.connectionId(connectionId).data(data));
      return Outcome.SENT;
    } catch (GoneException gone) {
      return Outcome.GONE;
    } catch (SdkException failure) {
      return Outcome.FAILED;
    }
  }

  /** Closes a connection; one that is gone is closed already. */
  public void close(String connectionId) {
    try {
      client.deleteConnection(request -> request.connectionId(connectionId));
    } catch (SdkException goneOrLater) {
      // A connection that stays open is closed by the gateway in its time.
      return;
    }
  }
}
