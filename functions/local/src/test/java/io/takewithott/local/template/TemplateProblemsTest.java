package io.takewithott.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TemplateProblemsTest {

  @Test
  void syntaxErrorIsNamedWithItsLine() {
    assertProblems(
        """
        Resources:
          A: [b
        """,
        "template.yaml:3: the file: this is not valid YAML: expected ',' or ']', but got <stream end>");
  }

  @Test
  void unknownIntrinsicsTypesAndRepeatedKeysAreNamed() {
    assertProblems(
        """
        Resources:
          A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Reff x}}
          A: {Type: AWS::SQS::Queue, Properties: {QueueName: {Fn::Magic: x}}}
        """,
        "template.yaml:2: the file: found the unknown tag !Reff; CloudFormation has no such intrinsic",
        "template.yaml:3: the file: found the unknown intrinsic Fn::Magic; CloudFormation has no such intrinsic",
        "template.yaml:3: the file: found the key \"A\" twice in one map");
    assertProblems(
        """
        Resources:
          Table: {Type: AWS::DynamoDB::Table}
          Nothing: {Properties: {}}
        """,
        "template.yaml:2: Table.Type: found the type AWS::DynamoDB::Table; supported are AWS::Serverless::Function,"
            + " AWS::Serverless::HttpApi, AWS::Serverless::WebSocketApi, AWS::Serverless::LayerVersion, AWS::SQS::Queue,"
            + " AWS::S3::Bucket, AWS::SecretsManager::Secret, AWS::RDS::DBCluster, AWS::CloudFormation::CustomResource,"
            + " Custom::*, and types that matter only in the cloud (IAM, logs, alarms, distributions)",
        "template.yaml:3: Nothing: found a map of [Properties]; a resource is a map with Type and Properties");
  }

  @Test
  void unresolvedValuesInTheEnvironmentAreNamedTogether() {
    assertProblems(
        function(
            """
            Environment:
                    Variables:
                      A: !ImportValue elsewhere
                      B: !GetAtt Queue.Age
                      C: !Ref Nobody
                      D: !Sub "${Nobody}"
                      E: [a]
                      F: !Join [a]
                      G: !If [Unknown, a, b]
            """),
        "template.yaml:10: F.Environment.Variables.A: found !ImportValue elsewhere, which has no local value; supported"
            + " are Ref, GetAtt, Sub, Join, If, Select, Split, FindInMap, and in conditions Equals, And, Or, Not,"
            + " Condition",
        "template.yaml:11: F.Environment.Variables.B: found !GetAtt Queue.Age, which has no local value (Queue is"
            + " AWS::SQS::Queue)",
        "template.yaml:12: F.Environment.Variables.C: found a reference to \"Nobody\", which is neither a parameter, a"
            + " pseudo parameter nor a resource",
        "template.yaml:13: F.Environment.Variables.D: found a reference to \"Nobody\", which is neither a parameter, a"
            + " pseudo parameter nor a resource",
        "template.yaml:14: F.Environment.Variables.E: found a list of 1 where a single value is needed",
        "template.yaml:15: F.Environment.Variables.F: found a malformed !Join; its form is !Join [delimiter, [values]]",
        "template.yaml:16: F.Environment.Variables.G: found the condition \"Unknown\", which the section Conditions does"
            + " not define");
  }

  @Test
  void functionsThatCannotBeServedAreNamed() {
    assertProblems(
        """
        Resources:
          NoHandler: {Type: AWS::Serverless::Function, Properties: {CodeUri: a, Runtime: java25}}
          NoCode: {Type: AWS::Serverless::Function, Properties: {Handler: H, Runtime: python3.14}}
          Image:
            Type: AWS::Serverless::Function
            Properties: {PackageType: Image, Runtime: java25, Timeout: 901}
          Url: {Type: AWS::Serverless::Function, Properties: {Handler: H, CodeUri: {Bucket: b}, FunctionUrlConfig: {AuthType: NONE}}}
        """,
        "template.yaml:2: NoHandler: found no Handler; a Zip function needs the class that handles its events",
        "template.yaml:3: NoCode.Runtime: found \"python3.14\"; supported are Java runtimes (java25)",
        "template.yaml:3: NoCode: found no CodeUri; a Zip function needs the path of its code",
        "template.yaml:5: Image.Metadata: found no LocalCodeUri; the local server runs an image function from a folder"
            + " with its classes and lib/*.jar, named by Metadata.LocalCodeUri",
        "template.yaml:6: Image.Runtime: an image function cannot have this property; if it comes from Globals, name it"
            + " in IgnoreGlobals",
        "template.yaml:6: Image: found no ImageConfig.Command; an image function needs the class that handles its events"
            + " there",
        "template.yaml:6: Image.Timeout: found \"901\"; supported is a whole number from 1 to 900",
        "template.yaml:7: Url.FunctionUrlConfig: this property is not served locally",
        "template.yaml:7: Url.CodeUri: found an S3 location; supported is a path beside the template");
  }

  @Test
  void eventsThatCannotBeServedAreNamed() {
    assertProblems(
        function(
            """
            Timeout: 31
                  Events:
                    Upload: {Type: S3, Properties: {Bucket: x}}
                    A: {Type: HttpApi, Properties: {Path: "/a/{id}", Method: GET}}
                    B: {Type: HttpApi, Properties: {Path: "/a/{other}", Method: GET}}
                    C: {Type: HttpApi, Properties: {Path: a, Method: FETCH, PayloadFormatVersion: '1.0'}}
                    D: {Type: HttpApi, Properties: {Path: /d}}
                    E: {Type: HttpApi, Properties: {Path: /e, Method: GET, Auth: {Authorizer: Nobody}}}
                    G: {Type: HttpApi, Properties: {Path: /g, Method: GET, Auth: {Authorizer: [One, Two]}}}
                    Q: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn, BatchSize: 11}}
                    R: {Type: SQS, Properties: {Queue: "arn:aws:sqs:x"}}
                    S: {Type: ScheduleV2, Properties: {ScheduleExpression: every day, Input: "{", ScheduleExpressionTimezone: Mars}}
            """),
        "template.yaml:8: F.Timeout: found 31 s, but the function serves GET /a/{id} and an HTTP API waits no longer than"
            + " 30 s",
        "template.yaml:8: F.Timeout: found 31 s, but the function serves GET /a/{other} and an HTTP API waits no longer"
            + " than 30 s",
        "template.yaml:8: F.Timeout: found 31 s, but the function serves FETCH a and an HTTP API waits no longer than 30 s",
        "template.yaml:8: F.Timeout: found 31 s, but the function serves ANY /d and an HTTP API waits no longer than 30 s",
        "template.yaml:8: F.Timeout: found 31 s, but the function serves GET /e and an HTTP API waits no longer than 30 s",
        "template.yaml:8: F.Timeout: found 31 s, but the function serves GET /g and an HTTP API waits no longer than 30 s",
        "template.yaml:10: F.Events.Upload.Type: found the event type \"S3\"; supported are HttpApi, SQS, Schedule,"
            + " ScheduleV2",
        "template.yaml:12: F.Events.B.Properties: found the route GET /a/{other}, which F has already",
        "template.yaml:13: F.Events.C.Properties.PayloadFormatVersion: found \"1.0\"; supported is '2.0'",
        "template.yaml:13: F.Events.C.Properties.Method: found \"FETCH\"; supported are ANY, GET, HEAD, POST, PUT, PATCH,"
            + " DELETE, OPTIONS",
        "template.yaml:13: F.Events.C.Properties.Path: found \"a\"; a path starts with /, a {parameter} fills a whole"
            + " segment, and {greedy+} is the last one",
        "template.yaml:14: F.Events.D.Properties: found only one of Path and Method; a route has both, the default route"
            + " neither",
        "template.yaml:15: F.Events.E.Properties.Auth.Authorizer: found \"Nobody\"; the authorizers of ServerlessHttpApi"
            + " are none",
        "template.yaml:16: F.Events.G.Properties.Auth.Authorizer: found a list of 2; a route has at most one authorizer",
        "template.yaml:17: F.Events.Q.Properties.BatchSize: found 11; past 10 a MaximumBatchingWindowInSeconds of 1 or"
            + " more is needed",
        "template.yaml:17: F.Events.Q.Properties.Queue: found Queue with a VisibilityTimeout of 30 s, below the"
            + " function's Timeout of 31 s; AWS refuses that, and advises six times the Timeout",
        "template.yaml:18: F.Events.R.Properties.Queue: found \"arn:aws:sqs:x\"; supported is !GetAtt Queue.Arn of a"
            + " resource in this template",
        "template.yaml:19: F.Events.S.Properties.ScheduleExpression: found \"every day\"; supported are rate(n"
            + " minutes|hours|days) and cron(minutes hours day-of-month month day-of-week year)",
        "template.yaml:19: F.Events.S.Properties.Input: found {, which is not JSON: Unexpected end-of-input: expected close"
            + " marker for Object (start marker at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION`"
            + " disabled); line: 1, column: 1])",
        "template.yaml:19: F.Events.S.Properties.ScheduleExpressionTimezone: found \"Mars\"; supported are names of the"
            + " time zone database (Asia/Seoul)");
  }

  @Test
  void authorizersThatCannotBeServedAreNamed() {
    assertProblems(
        """
        Resources:
          Api:
            Type: AWS::Serverless::HttpApi
            Properties:
              CorsConfiguration: true
              Auth:
                DefaultAuthorizer: Missing
                Authorizers:
                  Jwt: {JwtConfiguration: {issuer: x}, IdentitySource: y}
                  Old: {FunctionArn: !GetAtt F.Arn, Identity: {Headers: [A]}}
                  Blind:
                    FunctionArn: !GetAtt Api.Arn
                    AuthorizerPayloadFormatVersion: '2.0'
                    EnableSimpleResponses: true
          F:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: code
              Handler: H
              Events: {A: {Type: HttpApi, Properties: {Path: /a, Method: GET}}}
          Second: {Type: AWS::Serverless::HttpApi}
        """,
        "template.yaml:5: Api.CorsConfiguration: this property is not served locally; routes come from the functions'"
            + " HttpApi events, and the site has the same origin as its API",
        "template.yaml:7: Api.Auth.DefaultAuthorizer: found \"Missing\"; the authorizers of Api are Jwt, Old, Blind",
        "template.yaml:9: Api.Auth.Authorizers.Jwt: found a JWT authorizer; supported is a Lambda authorizer with"
            + " FunctionArn",
        "template.yaml:10: Api.Auth.Authorizers.Old: found AuthorizerPayloadFormatVersion \"\" and EnableSimpleResponses"
            + " false; supported are '2.0' and true",
        "template.yaml:12: Api.Auth.Authorizers.Blind.FunctionArn: found !GetAtt Api.Arn, but Api is"
            + " AWS::Serverless::HttpApi; needed is AWS::Serverless::Function",
        "template.yaml:12: Api.Auth.Authorizers.Blind.Identity: found no Headers and ReauthorizeEvery 300; an authorizer"
            + " without an identity has nothing to cache by, so ReauthorizeEvery must be 0",
        "template.yaml:20: F.Events.A.Properties: found no ApiId, so SAM would make a second API; write ApiId: !Ref Api",
        "template.yaml:21: Second: found a second HTTP API beside Api; the local server serves one");
  }

  @Test
  void parametersMustHaveKnownValues() {
    assertThatThrownBy(
            () ->
                TemplateText.read(
                    """
                    Parameters:
                      Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
                      Name: {Type: String}
                    Resources: {}
                    """,
                    new TemplateSettings(Map.of("Stage", "test", "Stagge", "dev"), "r", "a", "s")))
        .hasMessage(
            """
            template.yaml:2: Parameters.Stage: found "test"; AllowedValues are dev, prod
            template.yaml:2: Parameters.Stagge: a value was given for a parameter the template does not have; it has \
            Stage, Name
            template.yaml:3: Parameters.Name: found no Default and no value was given for it""");
  }

  @Test
  void problemsCarryTheirParts() {
    TemplateException refused =
        catchThrowableOfType(
            TemplateException.class,
            () ->
                TemplateText.read(
                    "Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}}\n"));

    assertThat(refused.problems())
        .containsExactly(
            new TemplateProblem(
                "template.yaml",
                2,
                "Q",
                "DelaySeconds",
                "found \"901\"; supported is a whole number from 0 to 900"));
  }

  /** A function F, with its properties from line 8 on, and a queue. */
  private static String function(String properties) {
    return """
        Resources:
          Queue: {Type: AWS::SQS::Queue}
          F:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: code
              Handler: H
        """
        + "      "
        + properties;
  }

  private static void assertProblems(String template, String... messages) {
    assertThatThrownBy(() -> TemplateText.read(template))
        .isInstanceOf(TemplateException.class)
        .hasMessage(String.join("\n", messages));
  }
}
