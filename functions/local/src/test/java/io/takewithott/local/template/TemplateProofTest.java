package io.takewithott.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be said of the deployment from the template alone. */
class TemplateProofTest {
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String QUEUE = "AWS::SQS::Queue";

  private JsonNode template;

  @BeforeEach
  void read() throws IOException {
    template = RealTemplate.read();
  }

  @Test
  void everyHandlerIsAClassOfItsArtifact() {
    List<String> missing = new ArrayList<>();
    functions()
        .forEach(
            (name, function) -> {
              boolean image = function.path("PackageType").asText().equals("Image");
              String handler =
                  image
                      ? function.at("/ImageConfig/Command/0").asText()
                      : function.path("Handler").asText();
              String module =
                  image
                      ? "functions/recommender"
                      : function.path("CodeUri").asText().replace("/target/lambda", "");
              Path source =
                  Checkout.root()
                      .resolve(module)
                      .resolve("src/main/java/" + handler.replace('.', '/') + ".java");
              if (!Files.isRegularFile(source)) {
                missing.add(name + ": " + source);
              }
            });

    assertThat(functions()).hasSizeGreaterThan(15);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyQueueGivesUpIntoAnotherWhoseAlarmRings() {
    Set<String> deadLetters = new TreeSet<>();
    Set<String> withoutAny = new TreeSet<>();
    RealTemplate.ofType(template, QUEUE)
        .forEach(
            (name, queue) -> {
              String target = queue.at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt").toString();
              if (target.isEmpty()) {
                withoutAny.add(name);
              } else {
                deadLetters.add(first(target));
              }
            });
    Set<String> alarmed = new TreeSet<>();
    RealTemplate.ofType(template, "AWS::CloudWatch::Alarm")
        .values()
        .forEach(
            alarm ->
                alarm
                    .path("Dimensions")
                    .forEach(
                        dimension ->
                            alarmed.add(first(dimension.at("/Value/Fn::GetAtt").toString()))));

    Set<String> ofNoQueue = new TreeSet<>(withoutAny);
    ofNoQueue.removeAll(deadLetters);
    assertThat(ofNoQueue).as("of schedules, not of a queue").containsExactly("ScheduleDeadLetters");
    assertThat(alarmed).containsAll(withoutAny);
  }

  @Test
  void everyScheduleIsTriedAgainAndGivenUpIntoAQueue() {
    Set<String> without = new TreeSet<>();
    functions()
        .forEach(
            (name, function) ->
                function
                    .path("Events")
                    .properties()
                    .forEach(
                        event -> {
                          JsonNode schedule = event.getValue().path("Properties");
                          boolean isSchedule =
                              event.getValue().path("Type").asText().startsWith("Schedule");
                          boolean kept =
                              schedule.has("RetryPolicy")
                                  && (schedule.has("DeadLetterConfig")
                                      || function
                                          .at("/EventInvokeConfig/DestinationConfig/OnFailure")
                                          .isObject());
                          if (isSchedule && !kept) {
                            without.add(name + "." + event.getKey());
                          }
                        }));

    assertThat(without).isEmpty();
  }

  @Test
  void everyLogIsForgottenSomeDay() {
    Map<String, JsonNode> logs = RealTemplate.ofType(template, "AWS::Logs::LogGroup");

    assertThat(logs).isNotEmpty();
    assertThat(logs.values()).allMatch(log -> log.has("RetentionInDays"));
    assertThat(template.at("/Globals/Function/LoggingConfig/LogGroup/Ref").asText())
        .isIn(logs.keySet());
  }

  @Test
  void noFunctionMayDoAnythingToEverything() {
    List<String> wild = new ArrayList<>();
    functions()
        .forEach(
            (name, function) -> {
              for (JsonNode policy : function.path("Policies")) {
                for (JsonNode statement : policy.path("Statement")) {
                  if (statement.path("Action").toString().contains("*")) {
                    wild.add(name + " may " + statement.path("Action"));
                  }
                  for (JsonNode resource : each(statement.path("Resource"))) {
                    if (resource.asText().equals("*")) {
                      wild.add(name + " may " + statement.path("Action") + " to everything");
                    }
                  }
                }
              }
            });

    assertThat(wild).isEmpty();
  }

  @Test
  void everyFunctionHasAPolicyOfItsOwnOrNone() {
    functions()
        .forEach(
            (name, function) ->
                function
                    .path("Policies")
                    .forEach(
                        policy ->
                            assertThat(policy.has("Statement")).as(name + " " + policy).isTrue()));
  }

  @Test
  void noSecretStandsInTheTemplate() {
    RealTemplate.ofType(template, "AWS::SecretsManager::Secret")
        .forEach((name, secret) -> assertThat(secret.has("SecretString")).as(name).isFalse());
    assertThat(template.at("/Resources/Database/Properties/ManageMasterUserPassword").asText())
        .isEqualTo("true");
    functions()
        .forEach(
            (name, function) ->
                function
                    .at("/Environment/Variables")
                    .properties()
                    .forEach(
                        variable -> {
                          if (variable.getKey().contains("SECRET")) {
                            assertThat(variable.getValue().isTextual())
                                .as(name + "'s " + variable.getKey() + " is a text")
                                .isFalse();
                          }
                        }));
  }

  @Test
  void whatHoldsDataOutlivesTheStack() {
    Set<String> dropped = new TreeSet<>();
    template
        .path("Resources")
        .properties()
        .forEach(
            resource -> {
              boolean holdsData =
                  Set.of(
                          "AWS::S3::Bucket",
                          "AWS::RDS::DBCluster",
                          "AWS::SecretsManager::Secret",
                          "AWS::KMS::Key",
                          "AWS::Logs::LogGroup")
                      .contains(resource.getValue().path("Type").asText());
              boolean kept =
                  Set.of("Retain", "Snapshot")
                          .contains(resource.getValue().path("DeletionPolicy").asText())
                      && resource.getValue().has("UpdateReplacePolicy");
              if (holdsData && !kept) {
                dropped.add(resource.getKey());
              }
            });

    assertThat(dropped).isEmpty();
  }

  private Map<String, JsonNode> functions() {
    return RealTemplate.ofType(template, FUNCTION);
  }

  private static Iterable<JsonNode> each(JsonNode oneOrMany) {
    return oneOrMany.isArray() ? oneOrMany : List.of(oneOrMany);
  }

  /** The logical id in {@code "Queue.Arn"} or {@code ["Queue","Arn"]}. */
  private static String first(String attribute) {
    return attribute.replaceAll("^[\\[\"]+", "").replaceAll("[.\"].*$", "");
  }
}
