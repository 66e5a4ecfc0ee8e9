package io.takewithott.community;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import io.takewithott.core.Environment;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Connections: opened by a ticket, talked on, and closed. */
public final class ChatHandler
    implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
  private static final int OK = 200;
  private static final int REFUSED = 401;
  private static final int NOT_OURS = 400;

  private final ChatWiring wiring;

  /** Kept here because its registry holds it weakly. */
  private final Priming priming;

  public ChatHandler() {
    this(Environment.ofProcess());
  }

  public ChatHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  ChatHandler(Environment environment, InstantSource clock) {
    this.wiring = ChatWiring.of(environment, clock);
    this.priming = Priming.register(wiring.warmUp(), () -> {});
  }

  @Override
  public APIGatewayV2WebSocketResponse handleRequest(
      APIGatewayV2WebSocketEvent event, Context context) {
    wiring.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    try (LogContext log = LogContext.of(context, priming.start())) {
      log.within(
          event.getRequestContext() == null ? null : event.getRequestContext().getRequestId());
      return answer(status(event));
    }
  }

  private int status(APIGatewayV2WebSocketEvent event) {
    APIGatewayV2WebSocketEvent.RequestContext request = event.getRequestContext();
    if (request == null || request.getConnectionId() == null || request.getEventType() == null) {
      return NOT_OURS;
    }
    String connectionId = request.getConnectionId();
    switch (request.getEventType()) {
      case "CONNECT" -> {
        Map<String, String> query = event.getQueryStringParameters();
        String ticket = query == null ? null : query.get("ticket");
        return wiring.door().open(ticket, connectionId) ? OK : REFUSED;
      }
      case "DISCONNECT" -> wiring.door().close(connectionId);
      case "MESSAGE" -> wiring.actions().handle(connectionId, event.getBody());
      default -> {
        return NOT_OURS;
      }
    }
    return OK;
  }

  private static APIGatewayV2WebSocketResponse answer(int status) {
    APIGatewayV2WebSocketResponse response = new APIGatewayV2WebSocketResponse();
    response.setStatusCode(status);
    return response;
  }
}
