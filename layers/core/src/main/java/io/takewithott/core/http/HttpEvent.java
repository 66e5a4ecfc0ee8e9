package io.takewithott.core.http;

import com.amazonaws.serverless.proxy.model.HttpApiV2AuthorizerMap;
import com.amazonaws.serverless.proxy.model.HttpApiV2ProxyRequest;
import com.amazonaws.serverless.proxy.model.HttpApiV2ProxyRequestContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What API Gateway itself says about a request, none of which a client can write. */
record HttpEvent(HttpApiV2ProxyRequest event) {
  String rawPath() {
    return event.getRawPath();
  }

  String requestId() {
    HttpApiV2ProxyRequestContext context = event.getRequestContext();
    String id = context == null ? null : context.getRequestId();
    return id == null ? "unknown" : id;
  }

  /** The address that the connection came from; never a forwarded header. */
  String sourceIp() {
    HttpApiV2ProxyRequestContext context = event.getRequestContext();
    String address =
        context == null || context.getHttp() == null ? null : context.getHttp().getSourceIp();
    return address == null ? "unknown" : address;
  }

  boolean hasBody() {
    String body = event.getBody();
    return body != null && !body.isBlank();
  }

  /** The first cookie of that name. */
  Optional<String> cookie(String name) {
    @Nullable List<String> cookies = event.getCookies();
    String start = name + "=";
    return cookies == null
        ? Optional.empty()
        : cookies.stream()
            .filter(cookie -> cookie.startsWith(start))
            .map(cookie -> cookie.substring(start.length()))
            .findFirst();
  }

  /** The user whom the route's authorizer found. */
  Optional<Caller> caller() {
    HttpApiV2ProxyRequestContext context = event.getRequestContext();
    HttpApiV2AuthorizerMap authorizer = context == null ? null : context.getAuthorizer();
    if (authorizer == null || !authorizer.isLambda()) {
      return Optional.empty();
    }
    @Nullable Map<String, Object> found = authorizer.getLambdaAuthorizerContext();
    return found == null || found.get(Caller.USER_ID) == null
        ? Optional.empty()
        : Optional.of(
            new Caller(
                Long.parseLong(text(found, Caller.USER_ID)),
                text(found, Caller.SESSION_ID),
                Caller.ADMIN.equals(text(found, Caller.ROLE))));
  }

  private static String text(Map<String, Object> context, String name) {
    Object value = context.get(name);
    return value == null ? "" : value.toString();
  }
}
