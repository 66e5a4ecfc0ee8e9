package io.takewithott.recommender.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which edition is the current one, and which to fall back on when it proves damaged.
 *
 * @param withdrawn those that were rolled back from and whose files still lie there, the latest
 *     last; none is ever current again but by name
 * @param rolledBackAt when the current one became current again, if it did
 */
public record EditionPointer(
    Edition current,
    Optional<Edition> previous,
    List<Edition> withdrawn,
    Optional<Instant> rolledBackAt) {
  public EditionPointer {
    // A pointer from before there was a way back has no such member.
    withdrawn = List.copyOf(Objects.requireNonNullElse(withdrawn, List.of()));
  }

  static EditionPointer first(Edition edition) {
    return new EditionPointer(edition, Optional.empty(), List.of(), Optional.empty());
  }

  /** The edition of that name to which one may roll back. */
  public Optional<Edition> earlier(String name) {
    return Stream.concat(previous.stream(), withdrawn.stream())
        .filter(edition -> edition.name().equals(name))
        .findFirst();
  }

  boolean isWithdrawn(Edition edition) {
    return withdrawn.stream()
        .anyMatch(old -> old.key().equals(edition.key()) || old.sha256().equals(edition.sha256()));
  }

  /** What is withdrawn and older than the one kept to fall back on is forgotten. */
  EditionPointer followedBy(Edition next) {
    boolean again = current.key().equals(next.key());
    Optional<Edition> before = again ? previous : Optional.of(current);
    List<Edition> kept =
        withdrawn.stream()
            .filter(old -> before.filter(oldest -> isOlder(old, oldest)).isEmpty())
            .toList();
    return new EditionPointer(next, before, kept, Optional.empty());
  }

  EditionPointer rolledBackTo(Edition earlier, Instant at) {
    List<Edition> away =
        Stream.concat(withdrawn.stream(), Stream.of(current))
            .filter(edition -> !edition.key().equals(earlier.key()))
            .toList();
    Optional<Edition> before = previous.filter(edition -> !edition.key().equals(earlier.key()));
    return new EditionPointer(earlier, before, away, Optional.of(at));
  }

  /** What the current edition took the place of, if it became current again. */
  public Optional<Edition> rolledBackFrom() {
    return rolledBackAt.isEmpty() || withdrawn.isEmpty()
        ? Optional.empty()
        : Optional.of(withdrawn.get(withdrawn.size() - 1));
  }

  /** Whether the current edition became current again in place of a newer one. */
  public boolean wentBack() {
    return rolledBackFrom().filter(from -> isOlder(current, from)).isPresent();
  }

  private static boolean isOlder(Edition edition, Edition than) {
    return edition.key().compareTo(than.key()) < 0;
  }
}
