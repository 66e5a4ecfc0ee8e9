package io.takewithott.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.local.template.FunctionDefinition.ImageMetadata;
import io.takewithott.local.template.FunctionDefinition.PackageType;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class TemplateTest {

  private static final String WHOLE =
      """
      AWSTemplateFormatVersion: 2010-09-09
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
        Origins: {Type: CommaDelimitedList, Default: "http://a, http://b"}
      Conditions:
        Production: !Equals [!Ref Stage, prod]
      Globals:
        Function:
          Runtime: java25
          MemorySize: 512
          Timeout: 10
          Layers: [!Ref Bundle]
          Environment: {Variables: {STAGE: !Ref Stage, LEVEL: info}}
          SnapStart: {ApplyOn: PublishedVersions}
          AutoPublishAlias: live
      Resources:
        Bundle:
          Type: AWS::Serverless::LayerVersion
          Properties: {ContentUri: layers/bundle/target/layer}
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            Auth:
              DefaultAuthorizer: Known
              Authorizers:
                Known:
                  FunctionArn: !Ref Auth.Alias
                  AuthorizerPayloadFormatVersion: '2.0'
                  EnableSimpleResponses: true
                  EnableFunctionDefaultPermissions: true
                  Identity: {Headers: [Authorization]}
                Anyone:
                  FunctionArn: !GetAtt Auth.Arn
                  AuthorizerPayloadFormatVersion: '2.0'
                  EnableSimpleResponses: true
                  Identity: {ReauthorizeEvery: 0}
        Auth:
          Type: AWS::Serverless::Function
          Properties: {CodeUri: functions/auth/target/lambda, Handler: io.x.AuthHandler}
        Rating:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: functions/rating/target/lambda
            Handler: io.x.RatingHandler::handleRequest
            Timeout: 29
            MemorySize: 1024
            ReservedConcurrentExecutions: 2
            Policies:
              - Statement: [{Effect: Allow, Action: "s3:*", Resource: !ImportValue elsewhere}]
            Environment: {Variables: {LEVEL: debug, QUEUE: !Ref Changed}}
            EventInvokeConfig: {MaximumRetryAttempts: 1}
            Events:
              Put: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: "/ratings/{title}", Method: put}}
              Open:
                Type: HttpApi
                Properties: {ApiId: !Ref Api, Path: /open, Method: GET, Auth: {Authorizer: NONE}}
              Other:
                Type: HttpApi
                Properties: {ApiId: !Ref Api, Path: /other, Method: GET, Auth: {Authorizer: Anyone}}
              Rest: {Type: HttpApi, Properties: {ApiId: !Ref Api}}
        Recommender:
          Type: AWS::Serverless::Function
          IgnoreGlobals: [Runtime, Layers, SnapStart, Timeout]
          Properties:
            PackageType: Image
            Timeout: 900
            ImageConfig: {Command: [io.x.TrainHandler]}
            Events:
              Taste:
                Type: SQS
                Properties:
                  Queue: !GetAtt Changed.Arn
                  BatchSize: 100
                  MaximumBatchingWindowInSeconds: 5
                  FunctionResponseTypes: [ReportBatchItemFailures]
                  ScalingConfig: {MaximumConcurrency: 2}
              Nightly:
                Type: ScheduleV2
                Properties:
                  ScheduleExpression: cron(0 4 * * ? *)
                  ScheduleExpressionTimezone: Asia/Seoul
                  Input: '{"full":true}'
                  State: !If [Production, ENABLED, DISABLED]
              Often: {Type: Schedule, Properties: {Schedule: rate(5 minutes), Name: often}}
          Metadata: {Dockerfile: Dockerfile.recommender, DockerContext: ., LocalCodeUri: functions/recommender/target/lambda}
        Changed:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 5400
            RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3}
        Dead:
          Type: AWS::SQS::Queue
          Properties: {QueueName: !Sub "${AWS::StackName}-dead", MessageRetentionPeriod: 1209600, DelaySeconds: 7, ReceiveMessageWaitTimeSeconds: 20}
        Orders:
          Type: AWS::SQS::Queue
          Properties: {FifoQueue: true, ContentBasedDeduplication: true}
        Archive: {Type: AWS::SQS::Queue, Condition: Production}
        Objects: {Type: AWS::S3::Bucket}
        Photos:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: !Join ['-', [photos, !Ref AWS::AccountId, !Select [0, !Split ['-', !Ref AWS::Region]]]]
            CorsConfiguration:
              CorsRules:
                - {AllowedOrigins: ['https://*.example'], AllowedMethods: [PUT], AllowedHeaders: [content-type]}
        Key:
          Type: AWS::SecretsManager::Secret
          Properties:
            Name: two/key
            GenerateSecretString: {SecretStringTemplate: '{"kid":"1"}', GenerateStringKey: key, PasswordLength: 48}
        Db:
          Type: AWS::RDS::DBCluster
          Properties: {Engine: aurora-postgresql, DatabaseName: two, EnableHttpEndpoint: true, MasterUserPassword: !ImportValue x}
        Schema:
          Type: AWS::Serverless::Function
          Properties: {CodeUri: functions/schema/target/lambda, Handler: io.x.SchemaHandler}
        Seed:
          Type: Custom::Seed
          DependsOn: Migration
          Properties: {ServiceToken: !GetAtt Schema.Arn, Count: 3}
        Migration:
          Type: AWS::CloudFormation::CustomResource
          Properties:
            ServiceToken: !Ref Schema.Alias
            Version: 7
            Cluster: !GetAtt Db.Arn
            Origins: !Ref Origins
            Nested: {Enabled: true, Skipped: !Ref AWS::NoValue}
        Alarm: {Type: AWS::CloudWatch::Alarm, Condition: Production, Properties: {Whatever: !ImportValue x}}
        Role: {Type: AWS::IAM::Role}
        Sockets:
          Type: AWS::Serverless::WebSocketApi
          Properties:
            RouteSelectionExpression: $request.body.action
            StageName: live
            Auth: {AuthType: NONE}
            Routes: {$connect: {FunctionArn: !Ref Rating.Alias}, send: {FunctionArn: !GetAtt Rating.Arn}}
      """;

  private final Template template = TemplateText.read(WHOLE);

  @Test
  void globalsAreMergedIntoFunctions() {
    FunctionDefinition rating = template.function("Rating").orElseThrow();

    assertThat(rating.packageType()).isEqualTo(PackageType.ZIP);
    assertThat(rating.handler()).isEqualTo("io.x.RatingHandler::handleRequest");
    assertThat(rating.code().toString()).endsWith("/functions/rating/target/lambda");
    assertThat(rating.runtime()).contains("java25");
    assertThat(rating.timeout()).isEqualTo(Duration.ofSeconds(29));
    assertThat(rating.memoryMegabytes()).isEqualTo(1024);
    assertThat(rating.environment())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("STAGE", "dev", "LEVEL", "debug", "QUEUE", "ref-of-Changed"));
    assertThat(rating.layers()).extracting(LayerDefinition::logicalId).containsExactly("Bundle");
    assertThat(rating.layers().get(0).contentFolder().toString())
        .endsWith("/layers/bundle/target/layer");
    assertThat(rating.snapStart()).isTrue();
    assertThat(rating.alias()).contains("live");
    assertThat(rating.reservedConcurrency()).isEqualTo(OptionalInt.of(2));
    assertThat(rating.image()).isEmpty();
  }

  @Test
  void routesHaveTheirAuthorizers() {
    assertThat(template.function("Rating").orElseThrow().routes())
        .containsExactly(
            new HttpRoute("PUT", "/ratings/{title}", Optional.of("Known")),
            new HttpRoute("GET", "/open", Optional.empty()),
            new HttpRoute("GET", "/other", Optional.of("Anyone")),
            new HttpRoute("ANY", "$default", Optional.of("Known")));
    assertThat(template.authorizers())
        .containsExactly(
            new AuthorizerDefinition(
                "Known", "Auth", List.of("authorization"), Duration.ofMinutes(5), true, "2.0"),
            new AuthorizerDefinition("Anyone", "Auth", List.of(), Duration.ZERO, true, "2.0"));
  }

  @Test
  void imageFunctionHasItsQueueAndSchedules() {
    FunctionDefinition recommender = template.function("Recommender").orElseThrow();

    assertThat(recommender.packageType()).isEqualTo(PackageType.IMAGE);
    assertThat(recommender.handler()).isEqualTo("io.x.TrainHandler");
    assertThat(recommender.code().toString()).endsWith("/functions/recommender/target/lambda");
    assertThat(recommender.runtime()).isEmpty();
    assertThat(recommender.layers()).isEmpty();
    assertThat(recommender.snapStart()).isFalse();
    assertThat(recommender.image())
        .contains(new ImageMetadata("Dockerfile.recommender", ".", List.of("io.x.TrainHandler")));
    assertThat(recommender.queueSources())
        .containsExactly(
            new QueueSource("Changed", 100, Duration.ofSeconds(5), true, OptionalInt.of(2), true));
    assertThat(recommender.schedules())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("firing")
        .containsExactly(
            new ScheduleDefinition(
                "RecommenderNightly",
                "cron(0 4 * * ? *)",
                ScheduleExpression.parse("cron(0 4 * * ? *)"),
                ZoneId.of("Asia/Seoul"),
                Optional.of("{\"full\":true}"),
                false,
                2),
            new ScheduleDefinition(
                "often",
                "rate(5 minutes)",
                ScheduleExpression.parse("rate(5 minutes)"),
                ZoneOffset.UTC,
                Optional.empty(),
                true,
                2));
  }

  @Test
  void queuesHaveTheirAttributes() {
    assertThat(template.queues())
        .containsExactly(
            new QueueDefinition(
                "Changed",
                "take-with-ott-Changed",
                Duration.ofMinutes(90),
                Duration.ofDays(4),
                Duration.ZERO,
                Duration.ZERO,
                false,
                false,
                Optional.of(new QueueDefinition.Redrive("Dead", 3))),
            new QueueDefinition(
                "Dead",
                "take-with-ott-dead",
                Duration.ofSeconds(30),
                Duration.ofDays(14),
                Duration.ofSeconds(7),
                Duration.ofSeconds(20),
                false,
                false,
                Optional.empty()),
            new QueueDefinition(
                "Orders",
                "take-with-ott-Orders.fifo",
                Duration.ofSeconds(30),
                Duration.ofDays(4),
                Duration.ZERO,
                Duration.ZERO,
                true,
                true,
                Optional.empty()));
  }

  @Test
  void bucketsSecretsClustersAndSocketsAreListed() {
    assertThat(template.buckets())
        .containsExactly(
            new BucketDefinition("Objects", "take-with-ott-objects", List.of()),
            new BucketDefinition(
                "Photos",
                "photos-000000000000-ap",
                List.of(
                    new BucketDefinition.CorsRule(
                        List.of("https://*.example"), List.of("PUT"), List.of("content-type")))));
    assertThat(template.secrets())
        .containsExactly(
            new SecretDefinition(
                "Key",
                "two/key",
                Optional.empty(),
                Optional.of(
                    new SecretDefinition.Generated(
                        Optional.of("{\"kid\":\"1\"}"), Optional.of("key"), 48, false))));
    assertThat(template.clusters())
        .containsExactly(new ClusterDefinition("Db", "aurora-postgresql", "two", true));
    assertThat(template.webSocketApis())
        .containsExactly(
            new WebSocketApiDefinition(
                "Sockets",
                "live",
                "$request.body.action",
                Map.of("$connect", "Rating", "send", "Rating")));
  }

  @Test
  void customResourcesComeInTheOrderOfDependsOnWithTextValues() {
    assertThat(template.customResources())
        .containsExactly(
            new CustomResourceDefinition(
                "Migration",
                "AWS::CloudFormation::CustomResource",
                "Schema",
                "{\"Version\":\"7\",\"Cluster\":\"arn-of-Db\",\"Origins\":[\"http://a\",\"http://b\"],"
                    + "\"Nested\":{\"Enabled\":\"true\"}}"),
            new CustomResourceDefinition("Seed", "Custom::Seed", "Schema", "{\"Count\":\"3\"}"));
  }

  @Test
  void overridesDecideConditions() {
    TemplateSettings production =
        new TemplateSettings(
            Map.of("Stage", "prod"), "ap-northeast-2", "000000000000", "take-with-ott");

    Template read = TemplateText.read(WHOLE, production);

    assertThat(read.function("Auth").orElseThrow().environment()).containsEntry("STAGE", "prod");
    assertThat(read.queue("Archive")).isPresent();
    assertThat(read.function("Recommender").orElseThrow().schedules().get(0).enabled()).isTrue();
  }
}
