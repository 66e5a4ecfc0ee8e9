package io.takewithott.cloud.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Secrets Manager's operations: a JSON request in, a JSON response or a {@link SecretsException}
 * out.
 */
final class SecretsOperations {
  private static final int MAXIMUM_VALUE_LENGTH = 65_536;
  private static final int MAXIMUM_PAGE = 100;

  private final LocalSecrets secrets;
  private final ObjectMapper mapper = new ObjectMapper();

  SecretsOperations(LocalSecrets secrets) {
    this.secrets = secrets;
  }

  ObjectNode call(String operation, JsonNode request) {
    return switch (operation) {
      case "GetSecretValue" -> getValue(request);
      case "PutSecretValue" -> putValue(request);
      case "CreateSecret" -> create(request);
      case "DescribeSecret" -> describe(secrets.find(required(request, "SecretId")));
      case "UpdateSecretVersionStage" -> moveStage(request);
      case "ListSecrets" -> list(request);
      default ->
          throw new SecretsException(
              SecretsError.UNKNOWN_OPERATION, operation + " is not supported here.");
    };
  }

  private ObjectNode getValue(JsonNode request) {
    String secretId = required(request, "SecretId");
    SecretVersion version =
        secrets.version(
            secretId, optional(request, "VersionId"), optional(request, "VersionStage"));
    ObjectNode response = named(secrets.find(secretId));
    response.put("VersionId", version.id());
    if (version.value().text() != null) {
      response.put("SecretString", version.value().text());
    } else {
      response.put("SecretBinary", version.value().binary());
    }
    putAll(response.putArray("VersionStages"), version.stages());
    return response.put("CreatedDate", seconds(version.createdAtMillis()));
  }

  private ObjectNode putValue(JsonNode request) {
    String secretId = required(request, "SecretId");
    List<String> stages = new ArrayList<>();
    request.path("VersionStages").forEach(stage -> stages.add(stage.asText()));
    SecretValue value =
        value(request)
            .orElseThrow(
                () ->
                    new SecretsException(
                        SecretsError.INVALID_PARAMETER,
                        "You must provide either SecretString or SecretBinary."));
    SecretVersion version =
        secrets.put(secretId, value, optional(request, "ClientRequestToken"), stages);
    ObjectNode response = named(secrets.find(secretId)).put("VersionId", version.id());
    putAll(response.putArray("VersionStages"), version.stages());
    return response;
  }

  private ObjectNode create(JsonNode request) {
    Optional<String> versionId = optional(request, "ClientRequestToken");
    Secret secret =
        secrets.create(
            required(request, "Name"),
            optional(request, "Description").orElse(null),
            value(request),
            versionId);
    ObjectNode response = named(secret);
    secret
        .staged(SecretVersion.CURRENT)
        .ifPresent(version -> response.put("VersionId", version.id()));
    return response;
  }

  private static Optional<SecretValue> value(JsonNode request) {
    Optional<String> text = optional(request, "SecretString");
    Optional<String> binary = optional(request, "SecretBinary");
    if (text.isPresent() && binary.isPresent()) {
      throw new SecretsException(
          SecretsError.INVALID_PARAMETER,
          "You can't specify both a binary secret value and a string secret value in the same"
              + " secret.");
    }
    text.ifPresent(value -> checkLength("SecretString", value.length()));
    binary.ifPresent(value -> checkLength("SecretBinary", decodedLength(value)));
    return text.map(SecretValue::of).or(() -> binary.map(value -> new SecretValue(null, value)));
  }

  private static int decodedLength(String base64) {
    try {
      return Base64.getDecoder().decode(base64).length;
    } catch (IllegalArgumentException e) {
      throw new SecretsException(SecretsError.INVALID_PARAMETER, "SecretBinary must be Base64.");
    }
  }

  private static void checkLength(String name, int length) {
    if (length < 1 || length > MAXIMUM_VALUE_LENGTH) {
      throw new SecretsException(
          SecretsError.INVALID_PARAMETER,
          name + " must be 1 to " + MAXIMUM_VALUE_LENGTH + " long, found " + length + ".");
    }
  }

  private ObjectNode moveStage(JsonNode request) {
    return named(
        secrets.moveStage(
            required(request, "SecretId"),
            required(request, "VersionStage"),
            optional(request, "RemoveFromVersionId"),
            optional(request, "MoveToVersionId")));
  }

  /** Pages are read by position: the token of a page is the name of the last secret before it. */
  private ObjectNode list(JsonNode request) {
    int maximum = request.path("MaxResults").asInt(MAXIMUM_PAGE);
    if (maximum < 1 || maximum > MAXIMUM_PAGE) {
      throw new SecretsException(
          SecretsError.INVALID_PARAMETER,
          "MaxResults must be 1 to " + MAXIMUM_PAGE + ", found " + maximum + ".");
    }
    String after = optional(request, "NextToken").orElse("");
    List<Secret> rest =
        secrets.all().stream().filter(secret -> secret.name().compareTo(after) > 0).toList();
    List<Secret> page = rest.subList(0, Math.min(maximum, rest.size()));
    ObjectNode response = mapper.createObjectNode();
    ArrayNode list = response.putArray("SecretList");
    page.forEach(secret -> list.add(described(secret, "SecretVersionsToStages")));
    if (page.size() < rest.size()) {
      response.put("NextToken", page.get(page.size() - 1).name());
    }
    return response;
  }

  private ObjectNode describe(Secret secret) {
    return described(secret, "VersionIdsToStages");
  }

  private ObjectNode described(Secret secret, String stagesMember) {
    ObjectNode response = named(secret);
    if (secret.description() != null) {
      response.put("Description", secret.description());
    }
    response.put("CreatedDate", seconds(secret.createdAtMillis()));
    response.put("LastChangedDate", seconds(secret.changedAtMillis()));
    ObjectNode stages = response.putObject(stagesMember);
    secret.versions().stream()
        .filter(version -> !version.stages().isEmpty())
        .forEach(version -> putAll(stages.putArray(version.id()), version.stages()));
    return response;
  }

  private ObjectNode named(Secret secret) {
    return mapper.createObjectNode().put("ARN", secret.arn()).put("Name", secret.name());
  }

  private static void putAll(ArrayNode array, Iterable<String> values) {
    values.forEach(array::add);
  }

  private static double seconds(long millis) {
    return millis / 1_000.0;
  }

  private static String required(JsonNode request, String name) {
    return optional(request, name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                new SecretsException(
                    SecretsError.INVALID_PARAMETER, "The request must contain " + name + "."));
  }

  private static Optional<String> optional(JsonNode request, String name) {
    JsonNode value = request.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new SecretsException(SecretsError.SERIALIZATION, name + " must be a string.");
    }
    return Optional.of(value.asText());
  }
}
