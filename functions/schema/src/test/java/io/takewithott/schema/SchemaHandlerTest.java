package io.takewithott.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.takewithott.core.Environment;
import io.takewithott.core.json.Json;
import io.takewithott.testing.Invocations;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaHandlerTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final BlockingQueue<JsonNode> answers = new ArrayBlockingQueue<>(4);
  private HttpServer cloudFormation;

  @BeforeEach
  void start() throws Exception {
    cloudFormation = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    cloudFormation.createContext(
        "/",
        exchange -> {
          answers.add(Json.tree(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    cloudFormation.start();
  }

  @AfterEach
  void stop() {
    cloudFormation.stop(0);
  }

  @Test
  void cloudFormationHearsOfSuccess() throws Exception {
    handler().handleRequest(event("Create"), Invocations.context());

    JsonNode answer = answers.poll(5, TimeUnit.SECONDS);
    assertThat(answer).isNotNull();
    assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS");
    assertThat(answer.path("PhysicalResourceId").asText()).isEqualTo("takewithott-schema");
    assertThat(answer.path("LogicalResourceId").asText()).isEqualTo("Schema");
    assertThat(answer.at("/Data/logIns").asText()).isEqualTo("takewithott_app_9");
  }

  @Test
  void cloudFormationHearsOfFailureAndLambdaDoesNotRepeatIt() throws Exception {
    handler().handleRequest(event("Create"), Invocations.context());
    answers.poll(5, TimeUnit.SECONDS);
    DATABASE.run("update schema_history set checksum = 'changed' where name = '001_accounts'");

    handler().handleRequest(event("Update"), Invocations.context());

    JsonNode answer = answers.poll(5, TimeUnit.SECONDS);
    assertThat(answer).isNotNull();
    assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
    assertThat(answer.path("Reason").asText()).startsWith("The step 001_accounts was changed");
    DATABASE.run("drop schema public cascade; create schema public");
  }

  @Test
  void deletionTouchesNothing() throws Exception {
    handler().handleRequest(event("Delete"), Invocations.context());

    JsonNode answer = answers.poll(5, TimeUnit.SECONDS);
    assertThat(answer).isNotNull();
    assertThat(answer.path("Data")).isEmpty();
  }

  private static SchemaHandler handler() {
    Map<String, String> environment = new HashMap<>(ENDPOINTS.environment());
    environment.putAll(DATABASE.environment());
    environment.put(
        "TWO_APP_DATABASE_SECRET",
        ENDPOINTS.secret("app", TestDatabase.secret("takewithott_app_9", "p".repeat(40))));
    return new SchemaHandler(Environment.of(environment));
  }

  private CloudFormationCustomResourceEvent event(String type) {
    return CloudFormationCustomResourceEvent.builder()
        .withRequestType(type)
        .withResponseUrl("http://127.0.0.1:" + cloudFormation.getAddress().getPort() + "/answer")
        .withStackId("stack")
        .withRequestId("request")
        .withLogicalResourceId("Schema")
        .build();
  }
}
