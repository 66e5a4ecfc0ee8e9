package io.takewithott.cloud.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Every answer here is read by AWS's own client. */
final class SecretsHandlerTest {
  private static final String ACCESS_KEY = "AKIALOCAL";
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00.500Z");
  private static final String ONE = "11111111-1111-1111-1111-111111111111";
  private static final String TWO = "22222222-2222-2222-2222-222222222222";

  private Path folder;
  private Server server;
  private URI uri;
  private LocalSecrets local;
  private SecretsManagerClient secrets;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    this.folder = folder;
    start();
  }

  private void start() throws Exception {
    local =
        LocalSecrets.open(
            folder,
            new SecretAddresses("ap-northeast-2", "000000000000"),
            InstantSource.fixed(NOW),
            new Random(1));
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new SecretsHandler(local, ACCESS_KEY));
    server.start();
    uri = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    secrets = client(ACCESS_KEY, Region.AP_NORTHEAST_2);
  }

  @AfterEach
  void stop() throws Exception {
    secrets.close();
    server.stop();
  }

  private SecretsManagerClient client(String accessKey, Region region) {
    return SecretsManagerClient.builder()
        .endpointOverride(uri)
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private CreateSecretResponse create(String name, String value) {
    return secrets.createSecret(b -> b.name(name).secretString(value).clientRequestToken(ONE));
  }

  private GetSecretValueResponse get(String id) {
    return secrets.getSecretValue(b -> b.secretId(id));
  }

  private GetSecretValueResponse staged(String stage) {
    return secrets.getSecretValue(b -> b.secretId("app/db").versionStage(stage));
  }

  @Test
  void secretIsFoundByNameArnAndPartialArn() {
    String arn = create("app/db", "비밀").arn();

    assertThat(arn)
        .matches("arn:aws:secretsmanager:ap-northeast-2:000000000000:secret:app/db-[A-Za-z0-9]{6}");
    for (String id : List.of("app/db", arn, arn.substring(0, arn.length() - 7))) {
      GetSecretValueResponse found = get(id);
      assertThat(found.secretString()).isEqualTo("비밀");
      assertThat(found.arn()).isEqualTo(arn);
      assertThat(found.name()).isEqualTo("app/db");
      assertThat(found.versionId()).isEqualTo(ONE);
      assertThat(found.versionStages()).containsExactly("AWSCURRENT");
      assertThat(found.createdDate()).isEqualTo(NOW);
    }
  }

  @Test
  void binaryValueIsKept() {
    secrets.createSecret(
        b -> b.name("key").secretBinary(SdkBytes.fromByteArray(new byte[] {0, 1, -1})));

    assertThat(get("key").secretBinary().asByteArray()).containsExactly(0, 1, -1);
    assertThat(get("key").secretString()).isNull();
  }

  @Test
  void newValueBecomesCurrentAndTheOldOnePrevious() {
    create("app/db", "one");

    put("two", TWO);

    assertThat(get("app/db").secretString()).isEqualTo("two");
    assertThat(staged("AWSPREVIOUS").secretString()).isEqualTo("one");
    assertThat(secrets.getSecretValue(b -> b.secretId("app/db").versionId(ONE)).secretString())
        .isEqualTo("one");
  }

  private void put(String value, String versionId, String... stages) {
    secrets.putSecretValue(
        b ->
            b.secretId("app/db")
                .secretString(value)
                .clientRequestToken(versionId)
                .versionStages(stages.length == 0 ? null : List.of(stages)));
  }

  @Test
  void rotationGoesFromPendingToCurrent() {
    create("app/db", "one");
    put("two", TWO, "AWSPENDING");
    assertThat(get("app/db").secretString()).isEqualTo("one");
    assertThat(staged("AWSPENDING").secretString()).isEqualTo("two");

    secrets.updateSecretVersionStage(
        b ->
            b.secretId("app/db")
                .versionStage("AWSCURRENT")
                .moveToVersionId(TWO)
                .removeFromVersionId(ONE));
    secrets.updateSecretVersionStage(
        b -> b.secretId("app/db").versionStage("AWSPENDING").removeFromVersionId(TWO));

    DescribeSecretResponse described = secrets.describeSecret(b -> b.secretId("app/db"));
    assertThat(described.versionIdsToStages())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(ONE, List.of("AWSPREVIOUS"), TWO, List.of("AWSCURRENT")));
  }

  @Test
  void labelIsOnlyTakenFromTheVersionThatIsNamed() {
    create("app/db", "one");
    put("two", TWO, "AWSPENDING");

    assertRefused(
        InvalidParameterException.class,
        () ->
            secrets.updateSecretVersionStage(
                b -> b.secretId("app/db").versionStage("AWSCURRENT").moveToVersionId(TWO)));
    assertRefused(
        InvalidParameterException.class,
        () ->
            secrets.updateSecretVersionStage(
                b -> b.secretId("app/db").versionStage("AWSCURRENT").removeFromVersionId(ONE)));
    assertThat(get("app/db").secretString()).isEqualTo("one");
  }

  @Test
  void repeatedRequestsChangeNothing() {
    CreateSecretResponse first = create("app/db", "one");
    put("two", TWO);
    put("two", TWO);

    assertThat(create("app/db", "one").arn()).isEqualTo(first.arn());
    assertRefused(ResourceExistsException.class, () -> create("app/db", "other"));
    assertRefused(ResourceExistsException.class, () -> put("other", TWO));
    assertThat(staged("AWSPREVIOUS").secretString()).isEqualTo("one");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    create("app/db", "one");

    assertThatThrownBy(() -> get("app/other"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Secrets Manager can't find the specified secret.");
    assertThatThrownBy(() -> staged("AWSPENDING"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining(
            "Secrets Manager can't find the specified secret value for staging label: AWSPENDING");
    assertRefused(
        ResourceNotFoundException.class,
        () -> secrets.getSecretValue(b -> b.secretId("app/db").versionId(TWO)));
    assertRefused(
        InvalidRequestException.class,
        () ->
            secrets.getSecretValue(
                b -> b.secretId("app/db").versionId(ONE).versionStage("AWSPREVIOUS")));
  }

  @Test
  void unusableInputIsRefused() {
    assertRefused(InvalidParameterException.class, () -> create("a b", "x"));
    assertRefused(InvalidParameterException.class, () -> create("a", "x".repeat(65_537)));
    assertRefused(
        InvalidParameterException.class,
        () -> secrets.putSecretValue(b -> b.secretId("app/db").clientRequestToken(TWO)));
  }

  private static void assertRefused(
      Class<? extends SecretsManagerException> type, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(type);
  }

  @Test
  void secretsAreListedInPages() {
    for (String name : List.of("c", "a", "b")) {
      create(name, "x");
    }

    var first = secrets.listSecrets(b -> b.maxResults(2));

    assertThat(first.secretList()).extracting(SecretListEntry::name).containsExactly("a", "b");
    assertThat(first.secretList().get(0).secretVersionsToStages())
        .containsEntry(ONE, List.of("AWSCURRENT"));
    assertThat(secrets.listSecrets(b -> b.nextToken(first.nextToken())).secretList())
        .extracting(SecretListEntry::name)
        .containsExactly("c");
  }

  @Test
  void restartKeepsArnsAndVersions() throws Exception {
    String arn = create("app/db", "one").arn();
    put("two", TWO);
    stop();
    Files.writeString(folder.resolve("app%2Fdb.json.new"), "{\"half");

    start();

    assertThat(get("app/db").arn()).isEqualTo(arn);
    assertThat(get("app/db").secretString()).isEqualTo("two");
    assertThat(staged("AWSPREVIOUS").secretString()).isEqualTo("one");
    assertThat(folder.resolve("app%2Fdb.json.new")).doesNotExist();
  }

  @Test
  void onlyTheOwnerCanReadTheFiles() throws Exception {
    create("app/db", "one");
    put("two", TWO);

    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("app%2Fdb.json"))).isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void damagedFileIsReportedWithoutItsContent() throws Exception {
    Files.writeString(folder.resolve("broken.json"), "{\"name\": swordfish");

    assertThatThrownBy(this::start)
        .hasMessage(
            "The secret file "
                + folder.resolve("broken.json")
                + " is damaged. Restore it, or delete it to start over.");
  }

  @Test
  void valuesAreNotPrinted() {
    create("app/db", "swordfish");

    assertThat(local.find("app/db").toString()).doesNotContain("swordfish");
  }

  @Test
  void secretIsCreatedOnceForThoseWhoAskForIt() {
    String arn = local.createIfAbsent("jwt", () -> "drawn");

    assertThat(local.createIfAbsent("jwt", () -> "another")).isEqualTo(arn);
    assertThat(local.currentText(arn)).contains("drawn");
    assertThat(local.currentText("none")).isEmpty();
    assertThat(get("jwt").secretString()).isEqualTo("drawn");
  }

  @Test
  void unlabelledVersionsAreForgottenWhenThereAreMany() {
    create("app/db", "one");
    for (int i = 0; i < 40; i++) {
      put("value " + i, "%032d".formatted(i));
    }

    assertThat(local.find("app/db").versions()).hasSize(20);
    assertThat(get("app/db").secretString()).isEqualTo("value 39");
    assertThat(staged("AWSPREVIOUS").secretString()).isEqualTo("value 38");
  }

  @Test
  void strangersAreRefused() throws Exception {
    assertRefusedAs("UnrecognizedClientException", "AKIASTRANGER", Region.AP_NORTHEAST_2);
    assertRefusedAs("InvalidSignatureException", ACCESS_KEY, Region.US_EAST_1);

    var unsigned = post("secretsmanager.ListSecrets");
    assertThat(unsigned.statusCode()).isEqualTo(400);
    assertThat(unsigned.body()).contains("MissingAuthenticationTokenException");
  }

  private void assertRefusedAs(String code, String accessKey, Region region) {
    try (SecretsManagerClient stranger = client(accessKey, region)) {
      assertThatThrownBy(stranger::listSecrets)
          .isInstanceOfSatisfying(
              SecretsManagerException.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
  }

  @Test
  void requestsOfOtherServicesAreLeftToOtherHandlers() throws Exception {
    assertThat(post("AmazonSQS.ListQueues").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String target) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());
  }
}
