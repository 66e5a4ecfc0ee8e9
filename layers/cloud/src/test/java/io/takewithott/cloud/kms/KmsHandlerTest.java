package io.takewithott.cloud.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
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
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** The endpoint as AWS's own client sees it. */
class KmsHandlerTest {
  private static final Map<String, String> CONTEXT = Map.of("purpose", "test", "subject", "7");

  private final Server server = new Server();
  private Path folder;
  private LocalKeys keys;
  private String key;
  private KmsClient client;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    keys = LocalKeys.open(folder.resolve("keys"), "ap-northeast-2", "000000000000", random());
    key = keys.createIfAbsent("vault");
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new KmsHandler(keys, "local", random()));
    server.start();
    client = client("local", connector.getLocalPort());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void aDataKeyIsMadeAndOpenedAgain() {
    GenerateDataKeyResponse made = generate(key);

    assertThat(made.plaintext().asByteArray()).hasSize(32);
    assertThat(made.keyId()).isEqualTo(key).startsWith("arn:aws:kms:ap-northeast-2:000000000000:");
    assertThat(open(made.ciphertextBlob(), CONTEXT)).isEqualTo(made.plaintext());
    assertThat(generate(key).plaintext()).isNotEqualTo(made.plaintext());
  }

  @Test
  void anotherContextOrAChangedByteOpensNothing() {
    SdkBytes wrapped = generate(key).ciphertextBlob();
    byte[] changed = wrapped.asByteArray();
    changed[changed.length - 1] ^= 1;

    assertThatThrownBy(() -> open(wrapped, Map.of("purpose", "test", "subject", "8")))
        .isInstanceOf(InvalidCiphertextException.class);
    assertThatThrownBy(() -> open(wrapped, Map.of()))
        .isInstanceOf(InvalidCiphertextException.class);
    assertThatThrownBy(() -> open(SdkBytes.fromByteArray(changed), CONTEXT))
        .isInstanceOf(InvalidCiphertextException.class);
    assertThatThrownBy(() -> open(SdkBytes.fromUtf8String("short"), CONTEXT))
        .isInstanceOf(InvalidCiphertextException.class);
  }

  @Test
  void aKeyIsTheSameAfterARestartAndItsFileIsItsOwners() throws Exception {
    GenerateDataKeyResponse made = generate(key);

    LocalKeys again =
        LocalKeys.open(folder.resolve("keys"), "ap-northeast-2", "000000000000", random());
    assertThat(again.createIfAbsent("vault")).isEqualTo(key);
    byte[] plain =
        again.find(key).orElseThrow().unwrap(made.ciphertextBlob().asByteArray(), CONTEXT);
    assertThat(plain).isEqualTo(made.plaintext().asByteArray());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("keys/vault.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aDamagedKeyFileIsNotReplaced() throws Exception {
    Files.writeString(folder.resolve("keys/vault.key"), "nothing");

    assertThatThrownBy(
            () ->
                LocalKeys.open(folder.resolve("keys"), "ap-northeast-2", "000000000000", random()))
        .hasMessageContaining("is damaged");
  }

  @Test
  void otherKeysAndStrangersAreRefused() {
    String other = keys.createIfAbsent("other");
    SdkBytes wrapped = generate(key).ciphertextBlob();

    assertThatThrownBy(() -> generate("arn:aws:kms:ap-northeast-2:000000000000:key/none"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () ->
                client.decrypt(
                    request ->
                        request.keyId(other).ciphertextBlob(wrapped).encryptionContext(CONTEXT)))
        .isInstanceOf(IncorrectKeyException.class);
    assertThatThrownBy(
            () ->
                client("stranger", ((ServerConnector) server.getConnectors()[0]).getLocalPort())
                    .describeKey(request -> request.keyId(key)))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("security token");
    assertThat(client.describeKey(request -> request.keyId(key)).keyMetadata().arn())
        .isEqualTo(key);
  }

  private GenerateDataKeyResponse generate(String keyId) {
    return client.generateDataKey(
        request -> request.keyId(keyId).keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT));
  }

  private SdkBytes open(SdkBytes wrapped, Map<String, String> context) {
    return client
        .decrypt(request -> request.ciphertextBlob(wrapped).encryptionContext(context))
        .plaintext();
  }

  private static KmsClient client(String accessKey, int port) {
    return KmsClient.builder()
        .region(Region.AP_NORTHEAST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .build();
  }

  private static SecureRandom random() {
    return new SecureRandom();
  }
}
