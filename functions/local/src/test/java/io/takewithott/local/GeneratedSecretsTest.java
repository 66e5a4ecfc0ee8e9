package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.cloud.secrets.LocalSecrets;
import io.takewithott.cloud.secrets.SecretAddresses;
import io.takewithott.local.template.SecretDefinition;
import io.takewithott.local.template.SecretDefinition.Generated;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSecretsTest {
  private static final Generated PASSWORD =
      new Generated(Optional.of("{\"username\":\"app\"}"), Optional.of("password"), 12, true);
  private static final Generated TEXT =
      new Generated(Optional.empty(), Optional.empty(), 20, false);

  @Test
  void aValueIsDrawnAsTheTemplateSays() {
    assertThat(GeneratedSecrets.value(PASSWORD, new Random(1)))
        .matches("\\{\"username\":\"app\",\"password\":\"[A-Za-z0-9]{12}\"}");
    assertThat(GeneratedSecrets.value(TEXT, new Random(1))).hasSize(20);
  }

  @Test
  void whatHasAValueKeepsItAndWhatIsNotGeneratedHasNone(@TempDir Path folder) {
    LocalSecrets secrets =
        LocalSecrets.open(
            folder,
            new SecretAddresses("ap-northeast-2", "000000000000"),
            InstantSource.system(),
            new Random(2));
    List<SecretDefinition> definitions =
        List.of(
            new SecretDefinition("App", "app", Optional.empty(), Optional.of(PASSWORD)),
            new SecretDefinition("ByHand", "by-hand", Optional.empty(), Optional.empty()));
    // As references to them leave them.
    definitions.forEach(secret -> secrets.createIfAbsent(secret.name(), () -> "{}"));

    GeneratedSecrets.make(secrets, definitions, new Random(3));
    Optional<String> first = secrets.currentText("app");
    GeneratedSecrets.make(secrets, definitions, new Random(4));

    assertThat(first.orElse("")).contains("\"username\":\"app\"");
    assertThat(secrets.currentText("app")).isEqualTo(first);
    assertThat(secrets.currentText("by-hand")).contains("{}");
  }
}
