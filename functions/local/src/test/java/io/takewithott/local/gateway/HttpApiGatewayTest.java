package io.takewithott.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.takewithott.local.runtime.InvocationResult.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpApiGatewayTest {

  private static final String TEMPLATE =
      """
      Globals:
        Function: {Runtime: java25, CodeUri: code}
      Resources:
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            Auth:
              Authorizers:
                Known:
                  FunctionArn: !GetAtt Guard.Arn
                  AuthorizerPayloadFormatVersion: '2.0'
                  EnableSimpleResponses: true
                  Identity: {Headers: [Authorization, X-Device], ReauthorizeEvery: 60}
                Anyone:
                  FunctionArn: !Ref Guard
                  AuthorizerPayloadFormatVersion: '2.0'
                  EnableSimpleResponses: true
                  Identity: {ReauthorizeEvery: 0}
        Guard:
          Type: AWS::Serverless::Function
          Properties: {Handler: x.Guard}
        Titles:
          Type: AWS::Serverless::Function
          Properties:
            Handler: x.Titles
            Events:
              Search: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /titles, Method: GET}}
              One: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: "/titles/{id}/reviews/{review}", Method: any}}
              Files: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: "/files/{proxy+}", Method: PUT}}
              Mine:
                Type: HttpApi
                Properties: {ApiId: !Ref Api, Path: /mine, Method: GET, Auth: {Authorizer: Known}}
              Home:
                Type: HttpApi
                Properties: {ApiId: !Ref Api, Path: /home, Method: GET, Auth: {Authorizer: Anyone}}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private GatewayFixture gateway;
  private ScriptedFunction titles;
  private ScriptedFunction guard;

  @BeforeEach
  void start() throws Exception {
    gateway = new GatewayFixture(TEMPLATE, Duration.ofMillis(1500));
    titles = gateway.function("Titles");
    guard = gateway.function("Guard");
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  @Test
  void requestWithEverythingBecomesThisEvent() throws Exception {
    byte[] body = "{\"별점\":5}".getBytes(StandardCharsets.UTF_8);
    RawHttp.send(
        gateway.port(),
        """
        POST /titles/%EA%B8%B0%EC%83%9D%EC%B6%A9/reviews/a%2Fb%20c?tag=a&tag=b%2Cc&q=%EC%84%A4%EB%82%A0+%EC%98%81%ED%99%94&empty HTTP/1.1
        Host: two.example:8080
        User-Agent: raw
        Content-Type: application/json; charset=utf-8
        Content-Length: %d
        X-Thing: one
        x-thing: two
        Cookie: access=1; refresh="2"
        Cookie: third=3
        X-Forwarded-For: 203.0.113.9
        """
            .replace("%d", String.valueOf(body.length)),
        body);

    assertEvent(
        titles.lastEvent(),
        """
        {
          "version": "2.0",
          "routeKey": "ANY /titles/{id}/reviews/{review}",
          "rawPath": "/titles/기생충/reviews/a/b c",
          "rawQueryString": "tag=a&tag=b%2Cc&q=%EC%84%A4%EB%82%A0+%EC%98%81%ED%99%94&empty",
          "cookies": ["access=1", "refresh=\\"2\\"", "third=3"],
          "headers": {
            "host": "two.example:8080",
            "user-agent": "raw",
            "content-type": "application/json; charset=utf-8",
            "content-length": "12",
            "x-thing": "one,two",
            "x-amzn-trace-id": "Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e",
            "x-forwarded-for": "203.0.113.9, 127.0.0.1",
            "x-forwarded-port": "PORT",
            "x-forwarded-proto": "http"
          },
          "queryStringParameters": {"tag": "a,b,c", "q": "설날 영화", "empty": ""},
          "requestContext": {
            "accountId": "000000000000",
            "apiId": "local",
            "domainName": "two.example",
            "domainPrefix": "two",
            "http": {
              "method": "POST",
              "path": "/titles/기생충/reviews/a/b c",
              "protocol": "HTTP/1.1",
              "sourceIp": "127.0.0.1",
              "userAgent": "raw"
            },
            "requestId": "JKJaXmPLvHcESHA=",
            "routeKey": "ANY /titles/{id}/reviews/{review}",
            "stage": "$default",
            "time": "20/Nov/2026:09:43:46 +0000",
            "timeEpoch": 1795167826123
          },
          "pathParameters": {"id": "기생충", "review": "a/b c"},
          "body": "{\\"별점\\":5}",
          "isBase64Encoded": false
        }
        """);
  }

  @Test
  void bareRequestHasNoEmptyMembers() throws Exception {
    RawHttp.send(gateway.port(), "GET /titles HTTP/1.1\nHost: 127.0.0.1");

    assertEvent(
        titles.lastEvent(),
        """
        {
          "version": "2.0",
          "routeKey": "GET /titles",
          "rawPath": "/titles",
          "rawQueryString": "",
          "headers": {
            "host": "127.0.0.1",
            "x-amzn-trace-id": "Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e",
            "x-forwarded-for": "127.0.0.1",
            "x-forwarded-port": "PORT",
            "x-forwarded-proto": "http"
          },
          "requestContext": {
            "accountId": "000000000000",
            "apiId": "local",
            "domainName": "127.0.0.1",
            "domainPrefix": "127",
            "http": {
              "method": "GET",
              "path": "/titles",
              "protocol": "HTTP/1.1",
              "sourceIp": "127.0.0.1",
              "userAgent": ""
            },
            "requestId": "JKJaXmPLvHcESHA=",
            "routeKey": "GET /titles",
            "stage": "$default",
            "time": "20/Nov/2026:09:43:46 +0000",
            "timeEpoch": 1795167826123
          },
          "isBase64Encoded": false
        }
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, false",
    "TEXT/CSV; charset=utf-8, false",
    "application/xml, false",
    "application/javascript, false",
    "application/x-www-form-urlencoded, true",
    "application/problem+json, true",
    "image/png, true",
    "'', true"
  })
  void onlyTextTypesArriveAsText(String type, boolean encoded) throws Exception {
    byte[] body = {'h', 'i'};
    String header = type.isEmpty() ? "" : "Content-Type: " + type + "\n";
    RawHttp.send(
        gateway.port(), "PUT /files/x HTTP/1.1\nHost: h\n" + header + "Content-Length: 2", body);

    var event = JSON.readTree(titles.lastEvent());
    assertThat(event.get("isBase64Encoded").booleanValue()).isEqualTo(encoded);
    assertThat(event.get("body").textValue()).isEqualTo(encoded ? "aGk=" : "hi");
  }

  @Test
  void binaryBodySurvivesBothWays() throws Exception {
    byte[] body = {0, (byte) 0xff, (byte) 0xd8, 10, 13, 1};
    titles.answers(
        """
        {"statusCode":200,"headers":{"Content-Type":"image/jpeg"},"body":"AP/YCg0B","isBase64Encoded":true}""");

    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.port() + "/files/a/b.jpg"))
                    .PUT(BodyPublishers.ofByteArray(body))
                    .build(),
                BodyHandlers.ofByteArray());

    assertThat(JSON.readTree(titles.lastEvent()).get("body").textValue()).isEqualTo("AP/YCg0B");
    assertThat(JSON.readTree(titles.lastEvent()).get("pathParameters").get("proxy").textValue())
        .isEqualTo("a/b.jpg");
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers().firstValue("content-type")).contains("image/jpeg");
  }

  @Test
  void responseHeadersAndCookiesArriveAndForbiddenOnesDoNot() throws Exception {
    titles.answers(
        """
        {"statusCode":"201",
         "headers":{"X-One":"1","X-Number":2,"Set-Cookie":"first=1","Connection":"close","Transfer-Encoding":"chunked",
                    "Content-Length":"999"},
         "multiValueHeaders":{"x-ignored":["a"]},
         "cookies":["access=1; HttpOnly","refresh=2; Path=/auth"],
         "body":"만들었어요"}""");

    RawHttp.Answer answer = RawHttp.send(gateway.port(), "GET /titles HTTP/1.1\nHost: h");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("만들었어요");
    assertThat(answer.header("x-one")).containsExactly("1");
    assertThat(answer.header("x-number")).containsExactly("2");
    assertThat(answer.header("set-cookie"))
        .containsExactly("first=1", "access=1; HttpOnly", "refresh=2; Path=/auth");
    assertThat(answer.header("content-type")).containsExactly("text/plain;charset=UTF-8");
    assertThat(answer.header("content-length")).containsExactly("15");
    assertThat(answer.header("transfer-encoding")).isEmpty();
    assertThat(answer.header("x-ignored")).isEmpty();
    assertThat(answer.header("apigw-requestid")).containsExactly("JKJaXmPLvHcESHA=");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1}                            | 200 | {\"a\":1}",
        "\"안녕\"                              | 200 | 안녕",
        "[1,2]                                | 200 | [1,2]",
        "null                                 | 200 | null",
        "not json                             | 500 | {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":\"abc\"}             | 500 | {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":99}                  | 500 | {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":200,\"body\":{}}     | 500 | {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":200,\"headers\":{\"a\":[]}} | 500 | {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":200,\"headers\":{\"a b\":\"c\"}} | 500 | {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":200,\"headers\":{\"a\":\"b\\r\\nc: d\"}} | 500 | {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":200,\"body\":\"!\",\"isBase64Encoded\":true} | 500 | {\"message\":\"Internal Server Error\"}",
      })
  void answersAreReadAsFormatTwo(String payload, int status, String body) throws Exception {
    titles.answers(payload);

    RawHttp.Answer answer = RawHttp.send(gateway.port(), "GET /titles HTTP/1.1\nHost: h");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.header("content-type")).containsExactly("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "FUNCTION_ERROR, 500, Internal Server Error",
    "TIMED_OUT, 500, Internal Server Error",
    "CRASHED, 500, Internal Server Error",
    "INIT_FAILED, 500, Internal Server Error",
    "RESPONSE_TOO_LARGE, 500, Internal Server Error",
    "THROTTLED, 503, Service Unavailable",
    "REQUEST_TOO_LARGE, 413, Request Entity Too Large"
  })
  void failuresHaveApiGatewaysStatuses(Outcome outcome, int status, String message)
      throws Exception {
    titles.answers(outcome, "{\"errorMessage\":\"secret\"}");

    RawHttp.Answer answer = RawHttp.send(gateway.port(), "GET /titles HTTP/1.1\nHost: h");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  @Test
  void functionSlowerThanTheIntegrationLimitIsUnavailable() throws Exception {
    titles.delayMillis = 4000;

    RawHttp.Answer answer = RawHttp.send(gateway.port(), "GET /titles HTTP/1.1\nHost: h");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /nothing",
    "POST /titles",
    "GET /titles/",
    "HEAD /titles",
    "OPTIONS /titles",
    "PUT /files/",
    "GET /"
  })
  void requestsWithoutRouteAreNotFound(String line) throws Exception {
    RawHttp.Answer answer = RawHttp.send(gateway.port(), line + " HTTP/1.1\nHost: h");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(line.startsWith("HEAD") ? "" : "{\"message\":\"Not Found\"}");
    assertThat(titles.events).isEmpty();
  }

  @Test
  void headOfAnAnyRouteHasTheLengthButNoBody() throws Exception {
    titles.answers("{\"statusCode\":200,\"body\":\"12345\"}");

    RawHttp.Answer answer =
        RawHttp.send(gateway.port(), "HEAD /titles/1/reviews/2 HTTP/1.1\nHost: h");

    assertThat(JSON.readTree(titles.lastEvent()).at("/requestContext/http/method").textValue())
        .isEqualTo("HEAD");
    assertThat(answer.header("content-length")).containsExactly("5");
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/titles?q=%zz", "/titles/%/reviews/1", "/titles/1/reviews/%e"})
  void brokenPercentEncodingIsABadRequest(String path) throws Exception {
    RawHttp.Answer answer = RawHttp.send(gateway.port(), "GET " + path + " HTTP/1.1\nHost: h");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(titles.events).isEmpty();
  }

  @Test
  void tooLargeBodiesAndHeadersAreRefused() throws Exception {
    byte[] large = new byte[HttpApiGateway.BODY_BYTES + 1];
    RawHttp.Answer body =
        RawHttp.send(
            gateway.port(),
            "PUT /files/x HTTP/1.1\nHost: h\nContent-Length: " + large.length,
            large);
    RawHttp.Answer header =
        RawHttp.send(gateway.port(), "GET /titles HTTP/1.1\nHost: h\nX-A: " + "a".repeat(10_240));

    assertThat(body.status()).isEqualTo(413);
    assertThat(body.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    assertThat(header.status()).isEqualTo(431);
    assertThat(header.body()).isEqualTo("{\"message\":\"Request Header Fields Too Large\"}");
    assertThat(titles.events).isEmpty();
  }

  @Test
  void authorizerIsAskedOnceForAnIdentityAndItsContextArrives() throws Exception {
    guard.answers("{\"isAuthorized\":true,\"context\":{\"userId\":\"7\",\"admin\":false}}");

    mine("Bearer a", "phone");
    mine("Bearer a", "phone");

    assertThat(guard.events).hasSize(1);
    assertEvent(
        guard.lastEvent(),
        """
        {
          "version": "2.0",
          "type": "REQUEST",
          "routeArn": "arn:aws:execute-api:ap-northeast-2:000000000000:local/$default/GET/mine",
          "identitySource": ["Bearer a", "phone"],
          "routeKey": "GET /mine",
          "rawPath": "/mine",
          "rawQueryString": "",
          "headers": {
            "host": "h",
            "authorization": "Bearer a",
            "x-device": "phone",
            "x-amzn-trace-id": "Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e",
            "x-forwarded-for": "127.0.0.1",
            "x-forwarded-port": "PORT",
            "x-forwarded-proto": "http"
          },
          "requestContext": {
            "accountId": "000000000000",
            "apiId": "local",
            "domainName": "h",
            "domainPrefix": "h",
            "http": {
              "method": "GET",
              "path": "/mine",
              "protocol": "HTTP/1.1",
              "sourceIp": "127.0.0.1",
              "userAgent": ""
            },
            "requestId": "JKJaXmPLvHcESHA=",
            "routeKey": "GET /mine",
            "stage": "$default",
            "time": "20/Nov/2026:09:43:46 +0000",
            "timeEpoch": 1795167826123
          }
        }
        """);
    assertThat(JSON.readTree(titles.lastEvent()).at("/requestContext/authorizer"))
        .isEqualTo(JSON.readTree("{\"lambda\":{\"userId\":\"7\",\"admin\":false}}"));
  }

  @Test
  void authorizersAnswerEndsWithItsTimeAndHoldsForItsIdentityOnly() throws Exception {
    guard.answers("{\"isAuthorized\":true}");

    mine("Bearer a", "phone");
    mine("Bearer a", "tablet");
    assertThat(guard.events).hasSize(2);

    gateway.now.updateAndGet(now -> now.plusSeconds(59));
    mine("Bearer a", "phone");
    assertThat(guard.events).hasSize(2);

    gateway.now.updateAndGet(now -> now.plusSeconds(1));
    mine("Bearer a", "phone");
    assertThat(guard.events).hasSize(3);
  }

  @Test
  void refusalIsRememberedButFailureIsNot() throws Exception {
    guard.answers(Outcome.FUNCTION_ERROR, "{}");
    assertThat(mine("Bearer a", "phone").status()).isEqualTo(500);
    assertThat(mine("Bearer a", "phone").body())
        .isEqualTo("{\"message\":\"Internal Server Error\"}");
    guard.answers("{\"isAuthorized\":\"true\"}");
    assertThat(mine("Bearer a", "phone").status()).isEqualTo(500);
    assertThat(guard.events).hasSize(3);

    guard.answers("{\"isAuthorized\":false}");
    assertThat(mine("Bearer a", "phone").body()).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(mine("Bearer a", "phone").status()).isEqualTo(403);
    assertThat(guard.events).hasSize(4);
    assertThat(titles.events).isEmpty();
  }

  @Test
  void missingIdentityIsUnauthorizedWithoutAsking() throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(gateway.port(), "GET /mine HTTP/1.1\nHost: h\nAuthorization: Bearer a");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(guard.events).isEmpty();
  }

  @Test
  void authorizerWithoutIdentityIsAskedEveryTimeAlsoForStrangers() throws Exception {
    guard.answers("{\"isAuthorized\":true,\"context\":{}}");

    RawHttp.send(gateway.port(), "GET /home HTTP/1.1\nHost: h");
    RawHttp.send(gateway.port(), "GET /home HTTP/1.1\nHost: h");

    assertThat(guard.events).hasSize(2);
    assertThat(JSON.readTree(guard.lastEvent()).has("identitySource")).isFalse();
    assertThat(JSON.readTree(titles.lastEvent()).at("/requestContext").has("authorizer")).isFalse();
  }

  @Test
  void everyRequestIsLogged() throws Exception {
    RawHttp.send(gateway.port(), "GET /titles?q=1 HTTP/1.1\nHost: h");
    RawHttp.send(gateway.port(), "GET /nothing HTTP/1.1\nHost: h");

    assertThat(gateway.log)
        .containsExactly(
            new AccessLog.Entry(
                "GET", "/titles", 204, 0, Optional.of("Titles"), "JKJaXmPLvHcESHA="),
            new AccessLog.Entry("GET", "/nothing", 404, 0, Optional.empty(), "JKJaXmPLvHcESHA="));
  }

  private RawHttp.Answer mine(String authorization, String device) throws Exception {
    return RawHttp.send(
        gateway.port(),
        "GET /mine HTTP/1.1\nHost: h\nAuthorization: " + authorization + "\nX-Device: " + device);
  }

  private void assertEvent(String event, String expected) throws Exception {
    assertThat(JSON.readTree(event))
        .isEqualTo(JSON.readTree(expected.replace("PORT", String.valueOf(gateway.port()))));
  }
}
