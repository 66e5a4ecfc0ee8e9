package io.takewithott.cloud.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusalsTest {
  private static DataApiServer server;

  @BeforeAll
  static void start() {
    server = new DataApiServer();
    server.execute("create table film (id int primary key, title text not null)");
    server.execute("create table rating (film int references film)");
    server.execute("insert into film values (1, 'Okja')");
    server.execute("insert into rating values (1)");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "selec 1                                | ERROR: syntax error at or near \"selec\"+Position: 1; SQLState: 42601",
        "select * from actor                    | ERROR: relation \"actor\" does not exist+Position: 15; SQLState: 42P01",
        "insert into film values (1, 'x')       | ERROR: duplicate key value violates unique constraint \"film_pkey\"+Detail: Key (id)=(1) already exists.; SQLState: 23505",
        "insert into film values (2, null)      | ERROR: null value in column \"title\" of relation \"film\" violates not-null constraint+Detail: Failing row contains (2, null).; SQLState: 23502",
        "delete from film                       | ERROR: update or delete on table \"film\" violates foreign key constraint \"rating_film_fkey\" on table \"rating\"+Detail: Key (id)=(1) is still referenced from table \"rating\".; SQLState: 23503",
        "select 1 / 0                           | ERROR: division by zero; SQLState: 22012",
      })
  void databaseErrorCarriesItsState(String sql, String message) {
    assertThat(server.execute(sql).refusal().replace("\n  ", "+"))
        .isEqualTo("400 DatabaseErrorException: " + message);
  }

  @Test
  void unknownDatabaseIsADatabaseError() {
    assertThat(server.execute("select 1", "'database': 'nowhere'").refusal())
        .isEqualTo(
            "400 DatabaseErrorException: ERROR: database \"nowhere\" does not exist; SQLState: 3D000");
    assertThat(server.post("/BeginTransaction", "'database': 'nowhere'").refusal())
        .isEqualTo(
            "400 DatabaseErrorException: ERROR: database \"nowhere\" does not exist; SQLState: 3D000");
  }

  @Test
  void multistatementIsRefused() {
    assertThat(server.execute("select 1; select 2").refusal())
        .isEqualTo("400 BadRequestException: Multistatements aren't supported");
  }

  @Test
  void schemaParameterIsRefused() {
    assertThat(server.execute("select 1", "'schema': 'public'").refusal())
        .isEqualTo("400 ValidationException: Schema parameter isn't supported");
  }

  @Test
  void semicolonAfterABatchIsRefused() {
    assertThat(server.post("/BatchExecute", "'sql': 'select 1;'").refusal())
        .isEqualTo(
            "400 BadRequestException: Don't include a semicolon (;) at the end of the SQL statement");
  }

  @Test
  void executeSqlIsRefused() {
    assertThat(server.post("/ExecuteSql", "").refusal())
        .isEqualTo(
            "400 BadRequestException: ExecuteSql is not supported for this cluster; use ExecuteStatement or BatchExecuteStatement");
  }

  @Test
  void otherClusterOrSecretIsRefused() {
    String cluster = "arn:aws:rds:ap-northeast-2:123456789012:cluster:other";
    String secret = "arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:other";
    String request = "{\"resourceArn\": \"%s\", \"secretArn\": \"%s\", \"sql\": \"select 1\"}";
    assertThat(
            server
                .postRaw("/Execute", request.formatted(cluster, DataApiServer.SECRET_ARN))
                .refusal())
        .isEqualTo("400 BadRequestException: Invalid cluster id: " + cluster);
    assertThat(
            server
                .postRaw("/Execute", request.formatted(DataApiServer.RESOURCE_ARN, secret))
                .refusal())
        .isEqualTo(
            "400 BadRequestException: Error fetching secret "
                + secret
                + " : Secrets Manager can't find the specified secret.");
  }

  @Test
  void everyMissingMemberIsNamed() {
    assertThat(server.postRaw("/Execute", "{}").refusal())
        .isEqualTo(
            "400 ValidationException: 3 validation errors detected: "
                + "Value null at 'resourceArn' failed to satisfy constraint: Member must not be null; "
                + "Value null at 'secretArn' failed to satisfy constraint: Member must not be null; "
                + "Value null at 'sql' failed to satisfy constraint: Member must not be null");
    assertThat(server.post("/CommitTransaction", "").refusal())
        .isEqualTo(
            "400 ValidationException: 1 validation error detected: "
                + "Value null at 'transactionId' failed to satisfy constraint: Member must not be null");
    assertThat(server.postRaw("/BatchExecute", "").refusal())
        .startsWith("400 ValidationException: 3 validation errors detected: ");
  }

  @Test
  void membersThatBreakTheirConstraintsAreNamed() {
    assertThat(server.execute("select 1", "'formatRecordsAs': 'XML'").refusal())
        .isEqualTo(
            "400 ValidationException: 1 validation error detected: Value 'XML' at 'formatRecordsAs'"
                + " failed to satisfy constraint: Member must satisfy enum value set: [NONE, JSON]");
    assertThat(
            server.execute("select 1", "'resultSetOptions': {'longReturnType': 'INT'}").refusal())
        .isEqualTo(
            "400 ValidationException: 1 validation error detected: Value 'INT' at"
                + " 'resultSetOptions.longReturnType' failed to satisfy constraint: Member must"
                + " satisfy enum value set: [LONG, STRING]");
    assertThat(server.execute("select '" + "x".repeat(65_536) + "'").refusal())
        .isEqualTo(
            "400 ValidationException: 1 validation error detected: Value at 'sql' failed to satisfy"
                + " constraint: Member must have length less than or equal to 65536");
  }

  @Test
  void wrongJsonIsRefused() {
    assertThat(server.postRaw("/Execute", "{\"sql\": ").refusal())
        .isEqualTo("400 SerializationException: Could not parse the request body as JSON");
    assertThat(server.postRaw("/Execute", "[]").refusal())
        .isEqualTo("400 SerializationException: Start of structure expected");
    assertThat(server.post("/Execute", "'sql': 7").refusal())
        .isEqualTo("400 SerializationException: NUMBER at 'sql' can not be converted to a String");
    assertThat(server.execute("select 1", "'parameters': {}").refusal())
        .isEqualTo("400 SerializationException: Start of list expected at 'parameters'");
    assertThat(server.execute("select 1", "'includeResultMetadata': 'yes'").refusal())
        .isEqualTo(
            "400 SerializationException: STRING at 'includeResultMetadata' can not be converted to a Boolean");
  }

  @Test
  void contentThatIsNoJsonIsRefused() {
    assertThat(server.send(request(DataApiServer.AUTHORIZATION, "text/xml", "<sql/>")).refusal())
        .isEqualTo(
            "415 UnsupportedMediaTypeException: Content type text/xml is not supported; send application/json");
  }

  @Test
  void otherPathIsLeftToOthers() throws Exception {
    HttpRequest elsewhere =
        HttpRequest.newBuilder(server.uri().resolve("/Elsewhere"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(elsewhere, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("x-amzn-ErrorType")).isEmpty();
  }

  @Test
  void otherMethodIsRefused() {
    assertThat(
            server
                .send(HttpRequest.newBuilder(server.uri().resolve("/Execute")).GET().build())
                .refusal())
        .isEqualTo("404 UnknownOperationException: Only POST is supported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer token",
        "AWS4-HMAC-SHA256 Credential=AKIALOCAL/20261121/ap-northeast-2/s3/aws4_request, SignedHeaders=host,"
            + " Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      })
  void requestWithoutSignatureForThisServiceIsRefused(String authorization) {
    assertThat(server.send(request(authorization, "application/json", "{}")).refusal())
        .isEqualTo("403 MissingAuthenticationTokenException: Missing Authentication Token");
  }

  @Test
  void strangersKeyIsRefused() {
    assertThat(
            server
                .send(
                    request(
                        DataApiServer.AUTHORIZATION.replace("AKIALOCAL", "AKIAOTHER"),
                        "application/json",
                        "{}"))
                .refusal())
        .isEqualTo(
            "403 UnrecognizedClientException: The security token included in the request is invalid.");
  }

  @Test
  void halfASignatureIsRefused() {
    assertThat(
            server
                .send(request("AWS4-HMAC-SHA256 Credential=AKIALOCAL", "application/json", "{}"))
                .refusal())
        .isEqualTo(
            "400 IncompleteSignatureException: Authorization header requires 'Credential' parameter"
                + " with a full scope, 'SignedHeaders' and 'Signature'.");
  }

  private static HttpRequest request(String authorization, String contentType, String body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(server.uri().resolve("/Execute"))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return authorization.isEmpty()
        ? builder.build()
        : builder.header("Authorization", authorization).build();
  }
}
