package io.takewithott.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.takewithott.local.runtime.Functions;
import io.takewithott.local.runtime.RuntimeSettings;
import io.takewithott.local.template.Template;
import io.takewithott.local.template.TemplateText;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/**
 * From the template's text to an answer over HTTP, with handlers as a function module would have
 * them.
 */
final class GatewayOverRuntimeTest {

  /** Lets everybody in who brings a token, under the token's name. */
  public static final class Guard
      implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
      return Map.of(
          "isAuthorized",
          true,
          "context",
          Map.of("userId", String.valueOf(event.get("identitySource"))));
    }
  }

  /** Greets. */
  public static final class Greeter
      implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      Object user = event.getRequestContext().getAuthorizer().getLambda().get("userId");
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(200)
          .withCookies(List.of("a=1", "b=2"))
          .withBody(event.getPathParameters().get("name") + " " + user)
          .build();
    }
  }

  @Test
  void templateIsServed() throws Exception {
    Template template =
        TemplateText.read(
            """
            Resources:
              Api:
                Type: AWS::Serverless::HttpApi
                Properties:
                  Auth:
                    DefaultAuthorizer: Known
                    Authorizers:
                      Known:
                        FunctionArn: !GetAtt Guard.Arn
                        AuthorizerPayloadFormatVersion: '2.0'
                        EnableSimpleResponses: true
                        Identity: {Headers: [Authorization]}
              Guard:
                Type: AWS::Serverless::Function
                Properties: {CodeUri: code, Handler: io.takewithott.local.gateway.GatewayOverRuntimeTest$Guard}
              Greeter:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: code
                  Handler: io.takewithott.local.gateway.GatewayOverRuntimeTest$Greeter
                  Events:
                    Greet: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: "/greet/{name}", Method: GET}}
            """);
    RuntimeSettings settings =
        RuntimeSettings.standard(
            "ap-northeast-2", "000000000000", (function, instance, line) -> {});
    Server server = new Server();
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(HttpApiGateway.configuration()));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    try (Functions functions =
        Functions.inProcess(template.functions(), settings, getClass().getClassLoader())) {
      GatewaySettings standard =
          GatewaySettings.standard("ap-northeast-2", "000000000000", "local");
      server.setHandler(new HttpApiGateway(template, functions, standard, entry -> {}));
      server.start();

      RawHttp.Answer answer =
          RawHttp.send(
              connector.getLocalPort(),
              "GET /greet/%EC%9C%A0%EB%A6%AC HTTP/1.1\nHost: h\nAuthorization: token");

      assertThat(answer.body()).isEqualTo("유리 [token]");
      assertThat(answer.header("set-cookie")).containsExactly("a=1", "b=2");
      assertThat(answer.header("apigw-requestid").get(0)).matches("[\\w-]{15}=");
    } finally {
      server.stop();
    }
  }
}
