package io.takewithott.catalog.importing;

import io.takewithott.catalog.importing.Verdict.Outcome;
import io.takewithott.catalog.tmdb.FoundTitle;
import io.takewithott.catalog.tmdb.TitleFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what TMDB said and what we have to what is to be done, which may be nothing. */
final class Judgement {
  private final Posters posters;

  Judgement(Posters posters) {
    this.posters = posters;
  }

  Verdict of(Reading reading, @Nullable KnownTitle known, boolean dry) {
    if (reading.failure() != null) {
      return Verdict.without(reading, Outcome.FAILED, known);
    }
    FoundTitle found = reading.title();
    if (found == null) {
      return Verdict.without(reading, absence(reading.gone(), known), known);
    }
    TitleFacts facts = posters.withPoster(found, known, dry);
    return known == null
        ? new Verdict(
            reading.key(),
            Outcome.ADDED,
            null,
            found.imdbId(),
            facts.title(),
            List.of(),
            null,
            false,
            facts)
        : compared(found, Merging.of(facts, known), known);
  }

  private static Outcome absence(boolean gone, @Nullable KnownTitle known) {
    if (!gone) {
      return Outcome.REFUSED;
    }
    if (known == null) {
      return Outcome.ABSENT;
    }
    return known.gone() ? Outcome.UNCHANGED : Outcome.VANISHED;
  }

  private static Verdict compared(FoundTitle found, TitleFacts merged, KnownTitle known) {
    List<String> fields = new ArrayList<>(Differences.between(known.facts(), merged));
    if (!known.linked()) {
      fields.add("link");
    }
    if (known.gone()) {
      fields.add("back");
    }
    boolean same = fields.isEmpty();
    return new Verdict(
        found.key(),
        same ? Outcome.UNCHANGED : Outcome.CHANGED,
        known.titleId(),
        found.imdbId(),
        merged.title(),
        fields,
        null,
        false,
        same ? null : merged);
  }
}
