package io.takewithott.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.secrets.LocalSecrets;
import io.takewithott.core.json.Json;
import io.takewithott.local.template.SecretDefinition;
import io.takewithott.local.template.SecretDefinition.Generated;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes up what CloudFormation would have made up for secrets that say how; a value that is there
 * stays.
 */
final class GeneratedSecrets {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String PUNCTUATION = "!#$%&()*+,-./:;<=>?@[]^_{|}~";

  private GeneratedSecrets() {}

  static void make(
      LocalSecrets secrets, List<SecretDefinition> definitions, RandomGenerator random) {
    for (SecretDefinition secret : definitions) {
      // A reference to a secret has made it, without a value.
      Optional<String> value = secrets.currentText(secret.name());
      if (secret.generated().isPresent() && value.filter(text -> !text.equals("{}")).isEmpty()) {
        secrets.set(secret.name(), value(secret.generated().get(), random));
      }
    }
  }

  static String value(Generated generated, RandomGenerator random) {
    String letters = generated.excludePunctuation() ? LETTERS : LETTERS + PUNCTUATION;
    StringBuilder drawn = new StringBuilder();
    while (drawn.length() < generated.length()) {
      drawn.append(letters.charAt(random.nextInt(letters.length())));
    }
    if (generated.key().isEmpty()) {
      return drawn.toString();
    }
    ObjectNode object =
        (ObjectNode) Json.tree(generated.template().orElse("{}").getBytes(StandardCharsets.UTF_8));
    return Json.text(object.put(generated.key().get(), drawn.toString()));
  }
}
