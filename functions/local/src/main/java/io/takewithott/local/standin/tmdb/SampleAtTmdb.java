package io.takewithott.local.standin.tmdb;

import io.takewithott.cloud.tmdb.TmdbGenerator;
import io.takewithott.cloud.tmdb.TmdbStandIn;
import io.takewithott.cloud.tmdb.TmdbTitle;
import io.takewithott.cloud.tmdb.TmdbTitle.TmdbPerson;
import io.takewithott.local.world.Person;
import io.takewithott.local.world.Title;
import io.takewithott.local.world.sample.SampleWorld;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What stands in for TMDB here: the films of the sample world under numbers of its own, and more.
 */
public final class SampleAtTmdb {
  /** Above any number that TMDB has given; so a real import never takes these for its own. */
  public static final long FIRST_ID = 900_000_000;

  private static final long SEED = 20261121;
  private static final int MORE_TITLES = 120;
  private static final LocalDate CHANGED_ON = LocalDate.of(2026, 1, 1);

  private static final Map<String, Integer> GENRES =
      Map.ofEntries(
          Map.entry("drama", 18),
          Map.entry("action", 28),
          Map.entry("thriller", 53),
          Map.entry("crime", 80),
          Map.entry("comedy", 35),
          Map.entry("romance", 10749),
          Map.entry("fantasy", 14),
          Map.entry("sf", 878),
          Map.entry("horror", 27),
          Map.entry("mystery", 9648),
          Map.entry("war", 10752),
          Map.entry("history", 36),
          Map.entry("animation", 16),
          Map.entry("family", 10751),
          Map.entry("adventure", 12),
          Map.entry("music", 10402),
          Map.entry("documentary", 99),
          Map.entry("western", 37));

  /** It knows nothing of the others, as TMDB does not. */
  private static final Map<String, Integer> PROVIDERS =
      Map.of(
          "netflix",
          8,
          "disneyplus",
          337,
          "wavve",
          356,
          "watcha",
          97,
          "primevideo",
          119,
          "appletv",
          350);

  private static final Map<String, String> RATINGS =
      Map.of("all", "All", "12", "12", "15", "15", "19", "18");

  private SampleAtTmdb() {}

  public static TmdbStandIn standIn(InstantSource clock) {
    List<TmdbTitle> titles = new ArrayList<>();
    for (Title title : SampleWorld.films()) {
      titles.add(title(title));
    }
    titles.addAll(TmdbGenerator.titles(SEED, MORE_TITLES, CHANGED_ON));
    return new TmdbStandIn(titles, clock);
  }

  private static TmdbTitle title(Title title) {
    return new TmdbTitle(
        "movie",
        FIRST_ID + Long.parseLong(title.key()),
        null,
        title.title(),
        title.originalTitle(),
        title.countries().contains("KR") ? "ko" : "en",
        title.englishTitle(),
        title.synopsis(),
        title.synopsisEnglish(),
        title.releaseDate() != null || title.year() == null
            ? title.releaseDate()
            : LocalDate.of(title.year(), 1, 1),
        Objects.requireNonNullElse(title.runtimeMinutes(), 0),
        title.ageRating() == null ? null : RATINGS.get(title.ageRating()),
        title.countries(),
        title.genres().stream().filter(GENRES::containsKey).map(GENRES::get).toList(),
        title.keywords(),
        title.directors().stream().map(SampleAtTmdb::person).toList(),
        title.cast().stream().map(SampleAtTmdb::person).toList(),
        title.services().stream().filter(PROVIDERS::containsKey).map(PROVIDERS::get).toList(),
        List.of(),
        null,
        false,
        1_000_000 + Integer.parseInt(title.key()),
        CHANGED_ON);
  }

  /** TMDB shows people by their Latin names. */
  private static TmdbPerson person(Person person) {
    return new TmdbPerson(
        Math.floorMod(person.name().hashCode(), 1_000_000), person.originalName(), person.name());
  }
}
