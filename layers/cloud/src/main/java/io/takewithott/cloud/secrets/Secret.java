package io.takewithott.cloud.secrets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A secret with its versions, oldest first. A staging label is on one version at most; moving
 * {@code AWSCURRENT} leaves {@code AWSPREVIOUS} where it was.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Secret(
    String name,
    String arn,
    @Nullable String description,
    long createdAtMillis,
    long changedAtMillis,
    List<SecretVersion> versions) {

  /** Versions without a label are kept only as long as they are few. */
  private static final int MAXIMUM_VERSIONS = 20;

  Secret {
    versions = List.copyOf(versions);
  }

  Optional<SecretVersion> version(String id) {
    return versions.stream().filter(version -> version.id().equals(id)).findFirst();
  }

  Optional<SecretVersion> staged(String stage) {
    return versions.stream().filter(version -> version.has(stage)).findFirst();
  }

  /** Adds a version and moves the labels to it; the first version of all is the current one. */
  Secret plus(SecretVersion added, List<String> stages, long nowMillis) {
    List<SecretVersion> all = new ArrayList<>(versions);
    all.add(added);
    Secret next = with(all, nowMillis);
    for (String stage : stages) {
      next = next.moving(stage, added.id(), nowMillis);
    }
    if (next.staged(SecretVersion.CURRENT).isEmpty()) {
      next = next.moving(SecretVersion.CURRENT, added.id(), nowMillis);
    }
    return next.withoutForgotten(nowMillis);
  }

  /** Moves a label to a version, from wherever it is. */
  Secret moving(String stage, String toVersionId, long nowMillis) {
    Optional<SecretVersion> from = staged(stage).filter(holder -> !holder.id().equals(toVersionId));
    Secret next = removing(stage, nowMillis);
    if (stage.equals(SecretVersion.CURRENT) && from.isPresent()) {
      next = next.moving(SecretVersion.PREVIOUS, from.get().id(), nowMillis);
    }
    return next.changing(
        version -> version.id().equals(toVersionId) ? version.with(stage) : version, nowMillis);
  }

  Secret removing(String stage, long nowMillis) {
    return changing(version -> version.without(stage), nowMillis);
  }

  private Secret changing(UnaryOperator<SecretVersion> change, long nowMillis) {
    return with(versions.stream().map(change).toList(), nowMillis);
  }

  private Secret withoutForgotten(long nowMillis) {
    List<SecretVersion> kept = new ArrayList<>(versions);
    for (SecretVersion version : versions) {
      if (kept.size() > MAXIMUM_VERSIONS && version.stages().isEmpty()) {
        kept.remove(version);
      }
    }
    return with(kept, nowMillis);
  }

  private Secret with(List<SecretVersion> changed, long nowMillis) {
    return new Secret(name, arn, description, createdAtMillis, nowMillis, changed);
  }
}
