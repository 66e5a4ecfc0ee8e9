package io.takewithott.cloud.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** KMS's operations: a JSON request in, a JSON response or a {@link KmsException} out. */
final class KmsOperations {
  private static final String AES_256 = "AES_256";
  private static final int DATA_KEY_BYTES = 32;
  private static final int LARGEST_CIPHERTEXT_BYTES = 6144;

  private final LocalKeys keys;
  private final SecureRandom random;
  private final ObjectMapper mapper = new ObjectMapper();

  KmsOperations(LocalKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  ObjectNode call(String operation, JsonNode request) {
    return switch (operation) {
      case "GenerateDataKey" -> generate(request);
      case "Decrypt" -> decrypt(request);
      case "DescribeKey" -> describe(key(required(request, "KeyId")));
      default ->
          throw new KmsException(KmsError.UNKNOWN_OPERATION, operation + " is not supported here.");
    };
  }

  private ObjectNode generate(JsonNode request) {
    LocalKey key = key(required(request, "KeyId"));
    if (!AES_256.equals(request.path("KeySpec").asText())) {
      throw new KmsException(KmsError.VALIDATION, "KeySpec must be " + AES_256 + " here.");
    }
    byte[] plain = new byte[DATA_KEY_BYTES];
    random.nextBytes(plain);
    try {
      return mapper
          .createObjectNode()
          .put("KeyId", key.arn())
          .put("Plaintext", plain)
          .put("CiphertextBlob", key.wrap(plain, context(request), random));
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("This JVM has no AES-256-GCM", unavailable);
    }
  }

  private ObjectNode decrypt(JsonNode request) {
    byte[] ciphertext = ciphertext(request);
    LocalKey key = keys.find(LocalKey.keyIdOf(ciphertext)).orElseThrow(KmsOperations::invalid);
    if (request.hasNonNull("KeyId")
        && !key.keyId().equals(key(required(request, "KeyId")).keyId())) {
      throw new KmsException(
          KmsError.INCORRECT_KEY, "The key ID in the request does not identify the key.");
    }
    try {
      return mapper
          .createObjectNode()
          .put("KeyId", key.arn())
          .put("Plaintext", key.unwrap(ciphertext, context(request)))
          .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    } catch (GeneralSecurityException changed) {
      throw invalid();
    }
  }

  private ObjectNode describe(LocalKey key) {
    ObjectNode response = mapper.createObjectNode();
    response
        .putObject("KeyMetadata")
        .put("KeyId", key.keyId())
        .put("Arn", key.arn())
        .put("Enabled", true)
        .put("KeyState", "Enabled")
        .put("KeyUsage", "ENCRYPT_DECRYPT")
        .put("KeySpec", "SYMMETRIC_DEFAULT");
    return response;
  }

  private static byte[] ciphertext(JsonNode request) {
    try {
      byte[] ciphertext = Base64.getDecoder().decode(required(request, "CiphertextBlob"));
      if (ciphertext.length < LocalKey.LEAST_BYTES
          || ciphertext.length > LARGEST_CIPHERTEXT_BYTES) {
        throw invalid();
      }
      return ciphertext;
    } catch (IllegalArgumentException malformed) {
      throw new KmsException(KmsError.SERIALIZATION, "CiphertextBlob must be Base64.");
    }
  }

  private static Map<String, String> context(JsonNode request) {
    Map<String, String> context = new HashMap<>();
    request
        .path("EncryptionContext")
        .properties()
        .forEach(member -> context.put(member.getKey(), member.getValue().asText()));
    return context;
  }

  private LocalKey key(String keyId) {
    return keys.find(keyId)
        .orElseThrow(() -> new KmsException(KmsError.NOT_FOUND, "The key does not exist."));
  }

  /** As KMS: nothing says whether it was the text, the key or the context. */
  private static KmsException invalid() {
    return new KmsException(KmsError.INVALID_CIPHERTEXT, "The ciphertext cannot be decrypted.");
  }

  private static String required(JsonNode request, String name) {
    JsonNode value = request.path(name);
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new KmsException(KmsError.VALIDATION, "The request must contain " + name + ".");
    }
    return value.asText();
  }
}
