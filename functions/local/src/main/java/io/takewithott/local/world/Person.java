package io.takewithott.local.world;

/**
 * Somebody who made or plays in a film; the original name equals the name where only one is known.
 */
public record Person(String name, String originalName) {

  public Person {
    if (name.isBlank() || originalName.isBlank()) {
      throw new IllegalArgumentException("a person without a name");
    }
  }
}
