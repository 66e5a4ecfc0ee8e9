package io.takewithott.catalog.index;

import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a search looks in: the index, and what has changed since it was made. What has changed is
 * taken from the changes alone.
 *
 * @param changedLines lines that stand in the changes, or stood there
 * @param changedTitles the same of titles with all their names
 * @param changedPeople the same of people
 */
public record Lookup(
    SearchIndex base,
    @Nullable SearchIndex changes,
    Set<Long> changedLines,
    Set<Long> changedTitles,
    Set<Long> changedPeople) {
  private static final LongPredicate ALL = id -> true;

  public static Lookup of(SearchIndex base) {
    return new Lookup(base, null, Set.of(), Set.of(), Set.of());
  }

  /** Visits each part of the lines, with the question whether a line of that part still counts. */
  public void forEachLines(LineVisitor visitor) {
    visitor.visit(
        base.lines(), changedLines.isEmpty() ? ALL : lineId -> !changedLines.contains(lineId));
    if (changes != null) {
      visitor.visit(changes.lines(), ALL);
    }
  }

  /** The same of names, with the question whether a name of that part still counts. */
  public void forEachNames(NameVisitor visitor) {
    visitor.visit(base.names(), this::isCurrent);
    if (changes != null) {
      visitor.visit(changes.names(), (field, owner) -> true);
    }
  }

  /** Sounds of all lines. */
  public long sounds() {
    return base.lines().total() + (changes == null ? 0L : changes.lines().total());
  }

  private boolean isCurrent(NameField field, long owner) {
    return !(field.isPerson() ? changedPeople : changedTitles).contains(owner);
  }

  /** Takes a part of the lines. */
  public interface LineVisitor {
    void visit(LineIndex lines, LongPredicate isCurrent);
  }

  /** Takes a part of the names. */
  public interface NameVisitor {
    void visit(NameIndex names, OwnerPredicate isCurrent);
  }

  /** Whether a name's owner still counts. */
  public interface OwnerPredicate {
    boolean test(NameField field, long owner);
  }
}
