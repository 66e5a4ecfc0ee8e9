package io.takewithott.cloud.secrets;

import java.util.Set;
import java.util.TreeSet;

/** One value a secret has or had, and the staging labels attached to it. */
record SecretVersion(String id, long createdAtMillis, Set<String> stages, SecretValue value) {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  SecretVersion {
    stages = new TreeSet<>(stages);
  }

  boolean has(String stage) {
    return stages.contains(stage);
  }

  SecretVersion with(String stage) {
    Set<String> more = new TreeSet<>(stages);
    more.add(stage);
    return new SecretVersion(id, createdAtMillis, more, value);
  }

  SecretVersion without(String stage) {
    Set<String> fewer = new TreeSet<>(stages);
    fewer.remove(stage);
    return new SecretVersion(id, createdAtMillis, fewer, value);
  }
}
