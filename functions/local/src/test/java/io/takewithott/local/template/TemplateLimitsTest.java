package io.takewithott.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That what is declared cannot overwhelm the database, an account or Lambda's own rules. */
class TemplateLimitsTest {
  private static final String MASTER = "Database.MasterUserSecret.SecretArn";

  /** Of 1,000, the least that an account may leave unreserved. */
  private static final int UNRESERVED = 100;

  private JsonNode template;

  /** A function that takes messages from a queue. */
  record Consumer(String function, JsonNode source, JsonNode queue, int timeoutSeconds) {
    int number(String property, int otherwise) {
      return source.at(property).asInt(otherwise);
    }
  }

  @BeforeEach
  void read() throws IOException {
    template = RealTemplate.read();
  }

  @Test
  void onlyTheSchemaFunctionHasTheMastersPassword() {
    Set<String> masters = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    functions()
        .forEach(
            (name, function) -> {
              JsonNode variables = function.at("/Environment/Variables");
              if (function.toString().contains(MASTER)) {
                masters.add(name);
              } else if (variables.has("TWO_DATABASE_SECRET_ARN")) {
                assertThat(variables.at("/TWO_DATABASE_SECRET_ARN/Ref").asText())
                    .as(name)
                    .isEqualTo("AppDatabaseSecret");
                others.add(name);
              }
            });

    assertThat(masters).containsExactly("SchemaFunction");
    assertThat(others).hasSizeGreaterThan(12);
  }

  @Test
  void everyQueueIsServedByFewAtOnceAndInSmallBatches() {
    Map<String, Consumer> consumers = consumers();

    assertThat(consumers).hasSizeGreaterThan(5);
    consumers.forEach(
        (queue, consumer) -> {
          // Two is the least that Lambda takes.
          assertThat(consumer.number("/ScalingConfig/MaximumConcurrency", 1_000))
              .as(queue + "'s consumers at once")
              .isBetween(2, 4);
          assertThat(consumer.number("/BatchSize", 10)).as(queue + "'s batch").isBetween(1, 10);
          assertThat(properties(consumer.function).has("ReservedConcurrentExecutions"))
              .as(queue + " is bounded by its mapping alone: a reservation below it would throttle")
              .isFalse();
        });
  }

  @Test
  void aMessageIsNotShownAgainWhileItMayStillBeWorkedOn() {
    consumers()
        .forEach(
            (queue, consumer) ->
                assertThat(consumer.queue.path("VisibilityTimeout").asInt(30))
                    .as(queue)
                    .isGreaterThanOrEqualTo(
                        6 * consumer.timeoutSeconds
                            + consumer.number("/MaximumBatchingWindowInSeconds", 0)));
  }

  @Test
  void whatIsRunByScheduleAloneIsRunByOneAtATime() {
    Set<String> alone = new TreeSet<>();
    functions()
        .forEach(
            (name, function) -> {
              Set<String> triggers = new TreeSet<>();
              function.path("Events").forEach(event -> triggers.add(event.path("Type").asText()));
              if (triggers.equals(Set.of("ScheduleV2"))) {
                alone.add(name);
                assertThat(reserved(function)).as(name).isEqualTo(1);
              }
            });

    assertThat(alone).hasSizeGreaterThan(2);
  }

  @Test
  void reservationsAreASettingAndLeaveRoomForTheRest() {
    int sum = 0;
    for (JsonNode function : functions().values()) {
      if (function.has("ReservedConcurrentExecutions")) {
        assertThat(function.at("/ReservedConcurrentExecutions/Fn::If/0").asText())
            .isEqualTo("ReservesConcurrency");
        sum += reserved(function);
      }
    }

    assertThat(sum).isBetween(100, 1_000 - UNRESERVED - consumers().size() * 4);
    assertThat(template.at("/Parameters/ReserveConcurrency/Default").asText()).isEqualTo("false");
    assertThat(properties("AuthorizerFunction").has("ReservedConcurrentExecutions"))
        .as("every route waits for the authorizer, and it does not ask the database")
        .isFalse();
  }

  @Test
  void noFunctionWithASnapshotHasWhatSnapshotsExclude() {
    Map<String, String> excluded = new TreeMap<>();
    functions()
        .forEach(
            (name, function) -> {
              if (!hasSnapshot(name, function)) {
                return;
              }
              if (function.at("/EphemeralStorage/Size").asInt(512) > 512) {
                excluded.put(name, "more than 512 MB of ephemeral storage");
              }
              if (function.has("FileSystemConfigs")) {
                excluded.put(name, "a file system");
              }
              if (function.has("ProvisionedConcurrencyConfig")) {
                excluded.put(name, "provisioned concurrency");
              }
            });

    assertThat(excluded).isEmpty();
  }

  /** By itself, or by the globals that it does not ignore. */
  private boolean hasSnapshot(String name, JsonNode function) {
    boolean global =
        !template.at("/Resources/" + name + "/IgnoreGlobals").toString().contains("SnapStart");
    JsonNode own = function.path("SnapStart");
    JsonNode snapStart =
        own.isMissingNode() && global ? template.at("/Globals/Function/SnapStart") : own;
    return snapStart.path("ApplyOn").asText().equals("PublishedVersions");
  }

  private Map<String, Consumer> consumers() {
    int global = template.at("/Globals/Function/Timeout").asInt();
    Map<String, Consumer> consumers = new TreeMap<>();
    functions()
        .forEach(
            (name, function) ->
                function
                    .path("Events")
                    .forEach(
                        event -> {
                          if (event.path("Type").asText().equals("SQS")) {
                            JsonNode source = event.path("Properties");
                            String queue =
                                source.at("/Queue/Fn::GetAtt").asText().replace(".Arn", "");
                            consumers.put(
                                queue,
                                new Consumer(
                                    name,
                                    source,
                                    properties(queue),
                                    function.path("Timeout").asInt(global)));
                          }
                        }));
    return consumers;
  }

  private JsonNode properties(String logicalId) {
    return template.at("/Resources/" + logicalId + "/Properties");
  }

  private static int reserved(JsonNode function) {
    return function.at("/ReservedConcurrentExecutions/Fn::If/1").asInt(-1);
  }

  private Map<String, JsonNode> functions() {
    return RealTemplate.ofType(template, "AWS::Serverless::Function");
  }
}
