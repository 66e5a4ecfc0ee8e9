package io.takewithott.cloud.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogInsTest {
  private static final String CLERK =
      "arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:clerk-AbCdEf";
  private static final String WHO = "select current_user as who";

  private DataApiServer server;

  @BeforeEach
  void start() throws SQLException {
    server = new DataApiServer();
    scene("create role clerk login password 'first'");
    server.secrets.put(CLERK, DataApiServer.logIn("clerk", "first"));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    scene("drop role clerk");
  }

  @Test
  void theDatabaseIsAskedAsTheSecretSays() {
    assertThat(who(CLERK)).isEqualTo("clerk");
    assertThat(who(DataApiServer.SECRET_ARN)).isEqualTo("postgres");
    assertThat(who(CLERK)).isEqualTo("clerk");
  }

  @Test
  void whatTheUserMayNotDoIsRefused() {
    assertThat(server.executeWith(CLERK, "create table films (id int)", "").refusal())
        .startsWith("400 DatabaseErrorException: ERROR: permission denied for schema public")
        .endsWith("SQLState: 42501");
  }

  @Test
  void aTransactionIsTheUsersToo() {
    String begun =
        server
            .postRaw(
                "/BeginTransaction",
                "{\"resourceArn\": \"%s\", \"secretArn\": \"%s\"}"
                    .formatted(DataApiServer.RESOURCE_ARN, CLERK))
            .body()
            .path("transactionId")
            .asText();

    assertThat(text(server.executeWith(CLERK, WHO, "'transactionId': '%s'".formatted(begun))))
        .isEqualTo("clerk");
  }

  @Test
  void aWrongPasswordIsRefusedByTheDatabase() {
    server.secrets.put(CLERK, DataApiServer.logIn("clerk", "wrong"));

    assertThat(server.executeWith(CLERK, WHO, "").refusal())
        .isEqualTo(
            "400 DatabaseErrorException: FATAL: password authentication failed for user \"clerk\"; SQLState: 28P01");
  }

  @Test
  void anOldPasswordIsOfNoUseOnceTheSecretSaysSo() {
    assertThat(who(CLERK)).isEqualTo("clerk");

    server.secrets.put(CLERK, DataApiServer.logIn("clerk", "second"));

    assertThat(server.executeWith(CLERK, WHO, "").refusal()).contains("28P01");
  }

  @Test
  void aSecretWithoutUsernameOrPasswordIsInvalid() {
    for (String text : new String[] {"{}", "text", "{\"username\":\"clerk\"}", "[]"}) {
      server.secrets.put(CLERK, text);

      assertThat(server.executeWith(CLERK, WHO, "").refusal())
          .as(text)
          .isEqualTo(
              "400 InvalidSecretException: The Secrets Manager secret used with the request isn't valid.");
    }
  }

  private String who(String secretArn) {
    return text(server.executeWith(secretArn, WHO, ""));
  }

  private static String text(DataApiServer.Answer answer) {
    return answer.body().at("/records/0/0/stringValue").asText();
  }

  private void scene(String sql) throws SQLException {
    try (Connection connection = DataApiServer.postgres().connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
