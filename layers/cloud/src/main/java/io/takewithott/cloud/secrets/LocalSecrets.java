package io.takewithott.cloud.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one machine. A secret is named by its name, its ARN, or its ARN without the six
 * random characters at the end; the ARN is drawn when the secret is created and stays.
 */
public final class LocalSecrets {
  /** What a file name can hold of a name, all of it escaped; Secrets Manager itself allows 512. */
  private static final int MAXIMUM_NAME_LENGTH = 80;

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9/_+=.@-]{1," + MAXIMUM_NAME_LENGTH + "}");
  private static final int MAXIMUM_SECRETS = 1_000;
  private static final int SUFFIX_LENGTH = 6;
  private static final String SUFFIX_LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SecretFiles files;
  private final SecretAddresses addresses;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, Secret> byName = new TreeMap<>();

  private LocalSecrets(
      SecretFiles files, SecretAddresses addresses, InstantSource clock, RandomGenerator random) {
    this.files = files;
    this.addresses = addresses;
    this.clock = clock;
    this.random = random;
  }

  /** Opens the secrets in {@code folder}, which is made readable to its owner only. */
  public static LocalSecrets open(
      Path folder, SecretAddresses addresses, InstantSource clock, RandomGenerator random) {
    try {
      LocalSecrets secrets = new LocalSecrets(SecretFiles.open(folder), addresses, clock, random);
      for (Secret secret : secrets.files.readAll()) {
        secrets.byName.put(secret.name(), secret);
      }
      return secrets;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  public SecretAddresses addresses() {
    return addresses;
  }

  /** Creates a secret if there is none of this name, and returns its ARN in either case. */
  public synchronized String createIfAbsent(String name, Supplier<String> value) {
    Secret existing = byName.get(name);
    return existing != null
        ? existing.arn()
        : create(name, null, Optional.of(SecretValue.of(value.get())), Optional.empty()).arn();
  }

  /** Makes the text the current value of a secret, which is made if there is none of this name. */
  public synchronized void set(String name, String text) {
    String arn = createIfAbsent(name, () -> text);
    if (!currentText(arn).equals(Optional.of(text))) {
      stage(arn, text, SecretVersion.CURRENT);
    }
  }

  /** Adds a version with the text and this staging label to a secret that is there. */
  public synchronized void stage(String secretId, String text, String label) {
    put(secretId, SecretValue.of(text), Optional.empty(), List.of(label));
  }

  /** The current text of a secret, if there is such a secret and it is a text. */
  public synchronized Optional<String> currentText(String secretId) {
    return lookUp(secretId)
        .flatMap(secret -> secret.staged(SecretVersion.CURRENT))
        .map(version -> version.value().text());
  }

  synchronized Secret create(
      String name,
      @Nullable String description,
      Optional<SecretValue> value,
      Optional<String> versionId) {
    checkNew(name, value, versionId);
    Secret existing = byName.get(name);
    if (existing != null) {
      return existing;
    }
    long now = clock.millis();
    Secret secret =
        new Secret(name, addresses.arn(name, suffix()), description, now, now, List.of());
    Secret complete =
        value
            .map(v -> secret.plus(version(versionId, v), List.of(SecretVersion.CURRENT), now))
            .orElse(secret);
    save(complete);
    return complete;
  }

  /** A repeated request to create, with the same version and value, is no error. */
  private void checkNew(String name, Optional<SecretValue> value, Optional<String> versionId) {
    if (!NAME.matcher(name).matches()) {
      throw new SecretsException(
          SecretsError.INVALID_PARAMETER,
          "Invalid name. Must be up to "
              + MAXIMUM_NAME_LENGTH
              + " alphanumeric characters or any of /_+=.@-");
    }
    Secret existing = byName.get(name);
    if (existing != null
        && !versionId.flatMap(existing::version).map(SecretVersion::value).equals(value)) {
      throw exists("secret " + name);
    }
    if (existing == null && byName.size() >= MAXIMUM_SECRETS) {
      throw new SecretsException(
          SecretsError.LIMIT_EXCEEDED, "There are " + MAXIMUM_SECRETS + " secrets already.");
    }
  }

  private static SecretsException exists(String what) {
    return new SecretsException(
        SecretsError.RESOURCE_EXISTS,
        "The operation failed because the " + what + " already exists.");
  }

  /** Adds a version; a repeated request with the same id and value changes nothing. */
  synchronized SecretVersion put(
      String secretId, SecretValue value, Optional<String> versionId, List<String> stages) {
    Secret secret = find(secretId);
    Optional<SecretVersion> existing = versionId.flatMap(secret::version);
    if (existing.isPresent()) {
      if (!existing.get().value().equals(value)) {
        throw exists("version " + versionId.orElseThrow());
      }
      return existing.get();
    }
    SecretVersion added = version(versionId, value);
    List<String> labels = stages.isEmpty() ? List.of(SecretVersion.CURRENT) : stages;
    Secret next = secret.plus(added, labels, clock.millis());
    save(next);
    return next.version(added.id()).orElseThrow();
  }

  /** Moves or removes a staging label as {@code UpdateSecretVersionStage} does. */
  synchronized Secret moveStage(
      String secretId, String stage, Optional<String> fromVersionId, Optional<String> toVersionId) {
    Secret secret = find(secretId);
    fromVersionId.ifPresent(id -> requireVersion(secret, id));
    toVersionId.ifPresent(id -> requireVersion(secret, id));
    Optional<String> holder = secret.staged(stage).map(SecretVersion::id);
    if (holder.isPresent() && !holder.equals(toVersionId) && !holder.equals(fromVersionId)) {
      throw new SecretsException(
          SecretsError.INVALID_PARAMETER,
          "The parameter RemoveFromVersionId can't be empty. Staging label "
              + stage
              + " is currently attached to version "
              + holder.get()
              + ", so you must explicitly reference that version in RemoveFromVersionId.");
    }
    if (toVersionId.isEmpty() && stage.equals(SecretVersion.CURRENT)) {
      throw new SecretsException(
          SecretsError.INVALID_PARAMETER,
          "You can only move staging label AWSCURRENT to a different secret version. It can't be"
              + " completely removed.");
    }
    long now = clock.millis();
    Secret next =
        toVersionId
            .map(id -> secret.moving(stage, id, now))
            .orElseGet(() -> secret.removing(stage, now));
    save(next);
    return next;
  }

  private static void requireVersion(Secret secret, String versionId) {
    if (secret.version(versionId).isEmpty()) {
      throw noVersion("VersionId: " + versionId);
    }
  }

  /**
   * Finds a version by id, by label, or by both, which must then agree; the current one by default.
   */
  synchronized SecretVersion version(
      String secretId, Optional<String> versionId, Optional<String> stage) {
    Secret secret = find(secretId);
    if (versionId.isEmpty()) {
      String label = stage.orElse(SecretVersion.CURRENT);
      return secret.staged(label).orElseThrow(() -> noVersion("staging label: " + label));
    }
    SecretVersion version =
        secret
            .version(versionId.get())
            .orElseThrow(() -> noVersion("VersionId: " + versionId.get()));
    if (stage.isPresent() && !version.has(stage.get())) {
      throw new SecretsException(
          SecretsError.INVALID_REQUEST,
          "You provided a VersionStage that is not associated to the provided VersionId.");
    }
    return version;
  }

  private static SecretsException noVersion(String which) {
    return new SecretsException(
        SecretsError.RESOURCE_NOT_FOUND,
        "Secrets Manager can't find the specified secret value for " + which);
  }

  synchronized Secret find(String secretId) {
    return lookUp(secretId).orElseThrow(SecretsException::notFound);
  }

  synchronized List<Secret> all() {
    return List.copyOf(byName.values());
  }

  private Optional<Secret> lookUp(String secretId) {
    return byName.values().stream().filter(secret -> names(secretId, secret)).findFirst();
  }

  private static boolean names(String secretId, Secret secret) {
    String arn = secret.arn();
    return secretId.equals(secret.name())
        || secretId.equals(arn)
        || secretId.equals(arn.substring(0, arn.length() - SUFFIX_LENGTH - 1));
  }

  private SecretVersion version(Optional<String> id, SecretValue value) {
    return new SecretVersion(
        id.orElseGet(() -> new UUID(random.nextLong(), random.nextLong()).toString()),
        clock.millis(),
        Set.of(),
        value);
  }

  private String suffix() {
    StringBuilder suffix = new StringBuilder(SUFFIX_LENGTH);
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      suffix.append(SUFFIX_LETTERS.charAt(random.nextInt(SUFFIX_LETTERS.length())));
    }
    return suffix.toString();
  }

  private void save(Secret secret) {
    files.write(secret);
    byName.put(secret.name(), secret);
  }
}
