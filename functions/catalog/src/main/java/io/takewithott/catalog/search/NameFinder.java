package io.takewithott.catalog.search;

import io.takewithott.catalog.index.Lookup;
import io.takewithott.catalog.index.Lookup.OwnerPredicate;
import io.takewithott.catalog.index.NameField;
import io.takewithott.catalog.index.NameIndex;
import io.takewithott.catalog.search.KeyMatcher.KeyRange;
import io.takewithott.catalog.search.KeyMatcher.Slipped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds names. Every name is looked at for whether it, or a word of it, begins with the query, and
 * for initials; slips of the keys and alike sounds are judged among the names that share most runs
 * of keys or sounds with it.
 */
public final class NameFinder {
  /** Fewer keys stand within too many names to say anything. */
  private static final int LEAST_WITHIN = 3;

  /** So few keys have one slip at most. */
  private static final int MOST_KEYS_OF_SHORT = 7;

  private static final int MOST_CANDIDATES = 250;
  private static final int POSTINGS_BYTES = 1_000_000;
  private static final double FOR_FAME = 0.06;

  /** Of those that fit so alike, the best are put in order. */
  private static final double LEAST_SCORE = 0.45;

  /** A slip on the other layout is one guess too many for a short query. */
  private static final int LEAST_CROSSED = 6;

  private final NameQuery query;
  private final KeyMatcher keys;
  private final Map<Owner, Candidate> best = new HashMap<>();

  private NameFinder(NameQuery query) {
    this.query = query;
    this.keys = new KeyMatcher(query.keys());
  }

  /** The titles and people whose names fit, best first; each once, by the name that fits best. */
  public static List<FoundName> find(Lookup lookup, String typed, int most) {
    NameQuery query = new NameQuery(typed);
    if (query.isEmpty()) {
      return List.of();
    }
    NameFinder finder = new NameFinder(query);
    lookup.forEachNames(finder::in);
    return finder.best.values().stream()
        .sorted(
            Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(candidate -> candidate.owner().person)
                .thenComparingLong(candidate -> candidate.owner().id))
        .limit(most)
        .map(candidate -> candidate.shown(query))
        .toList();
  }

  private void in(NameIndex names, OwnerPredicate isCurrent) {
    for (int entry = 0; entry < names.size(); entry++) {
      KeyRange part = keys.part(names.keys(), entry, false);
      if (part != null) {
        take(names, entry, isCurrent, byKeys(names, entry, part));
      }
    }
    if (query.isInitials()) {
      byInitials(names, isCurrent);
    }
    if (query.keys().length >= LEAST_WITHIN) {
      withSlips(names, isCurrent);
    }
    if (query.keys().length <= MOST_KEYS_OF_SHORT) {
      shortWithSlips(names, isCurrent);
    }
    query.sounds().stream()
        .filter(sounds -> sounds.length >= SoundMatcher.LEAST_SOUNDS)
        .forEach(sounds -> bySounds(names, isCurrent, sounds));
  }

  private NameMatch byKeys(NameIndex names, int entry, KeyRange range) {
    Reason reason = query.crosses(isInHangul(names, entry)) ? Reason.LAYOUT : Reason.NAME;
    return new NameMatch(reason, range.quality(), range.start(), range.end());
  }

  private void byInitials(NameIndex names, OwnerPredicate isCurrent) {
    InitialsMatcher matcher = new InitialsMatcher(query);
    for (int entry = 0; entry < names.size(); entry++) {
      take(names, entry, isCurrent, matcher.match(names.initials(), entry, names::text));
    }
  }

  /** A slip in the middle of a short name leaves no run of keys whole: all are looked at. */
  private void shortWithSlips(NameIndex names, OwnerPredicate isCurrent) {
    for (int entry = 0; entry < names.size(); entry++) {
      if (keys.mayHaveOneSlip(names.keys(), entry)) {
        takeSlipped(names, entry, isCurrent);
      }
    }
  }

  private void withSlips(NameIndex names, OwnerPredicate isCurrent) {
    for (int entry : names.byKeys(query.keys(), MOST_CANDIDATES, POSTINGS_BYTES)) {
      KeyRange part = keys.part(names.keys(), entry, true);
      if (part != null) {
        take(names, entry, isCurrent, byKeys(names, entry, part));
      } else {
        takeSlipped(names, entry, isCurrent);
      }
    }
  }

  private void takeSlipped(NameIndex names, int entry, OwnerPredicate isCurrent) {
    boolean crossed = query.crosses(isInHangul(names, entry));
    if (crossed && query.keys().length < LEAST_CROSSED) {
      return;
    }
    Slipped slipped = keys.slipped(names.keys(), entry);
    if (slipped != null) {
      double quality = slipped.quality() * (crossed ? Reason.LAYOUT.worth() : 1);
      take(
          names,
          entry,
          isCurrent,
          new NameMatch(Reason.TYPO, quality, slipped.range().start(), slipped.range().end()));
    }
  }

  private void bySounds(NameIndex names, OwnerPredicate isCurrent, byte[] sounds) {
    Reason reason = query.inHangul() ? Reason.SOUND : Reason.ROMANISED;
    SoundMatcher matcher = new SoundMatcher(sounds, reason);
    for (int entry : names.bySounds(sounds, MOST_CANDIDATES, POSTINGS_BYTES)) {
      take(names, entry, isCurrent, matcher.match(names.sounds(), entry));
    }
  }

  /** A name in Hangul is one that has sounds. */
  private static boolean isInHangul(NameIndex names, int entry) {
    return names.sounds().length(entry) > 0;
  }

  private void take(
      NameIndex names, int entry, OwnerPredicate isCurrent, @Nullable NameMatch match) {
    if (match == null) {
      return;
    }
    double score = match.score() + FOR_FAME * names.fame(entry);
    NameField field = names.field(entry);
    long id = names.owner(entry);
    if (match.score() < LEAST_SCORE || !isCurrent.test(field, id)) {
      return;
    }
    Owner owner = new Owner(field.isPerson(), id);
    Candidate known = best.get(owner);
    if (known == null || known.score < score) {
      best.put(owner, new Candidate(owner, names, entry, match, score));
    }
  }

  private record Owner(boolean person, long id) {}

  /** A name that fits, not yet looked at more closely. */
  private record Candidate(Owner owner, NameIndex names, int entry, NameMatch match, double score) {
    FoundName shown(NameQuery query) {
      String text = names.text(entry);
      return new FoundName(
          names.field(entry),
          owner.id,
          text,
          NameHighlight.of(query, text, match),
          match.reason(),
          score);
    }
  }
}
