package io.takewithott.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.catalog.importing.TmdbImport.Summary;
import io.takewithott.cloud.tmdb.TmdbFault;
import io.takewithott.cloud.tmdb.TmdbTitle;
import io.takewithott.cloud.tmdb.TmdbTitle.TmdbPerson;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an import makes of what TMDB has, time after time. */
class ImportTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final TmdbPerson BONG = new TmdbPerson(1, "Bong Joon-ho", "봉준호");
  private static final TmdbPerson SONG = new TmdbPerson(2, "Song Kang-ho", "송강호");

  private ImportWorld world = new ImportWorld(DATABASE, ENDPOINTS, List.of());

  @BeforeEach
  void setTheScene() {
    DATABASE.run(
        """
        delete from ratings; delete from availability_overrides; delete from titles; delete from people;
        delete from tmdb_runs; delete from tmdb_titles; delete from users;
        """);
    world =
        new ImportWorld(
            DATABASE,
            ENDPOINTS,
            List.of(
                film(1, "기생충", "Parasite", "tt6751668", List.of(8, 97), List.of(BONG)),
                film(2, "괴물", "The Host", null, List.of(356), List.of(BONG)),
                film(3, null, "Untranslated", null, List.of(), List.of()),
                series(4, "오징어 게임", "Squid Game")));
  }

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  @Test
  void aTitleIsThereWithEverythingThatIsKnownOfIt() {
    assertThat(world.run("due").state()).isEqualTo("DONE");

    assertThat(
            row(
                "concat_ws('|', kind, title, original_title, english_title, year, release_date,"
                    + " runtime_minutes, age_rating, countries, synopsis, synopsis_english, poster_path)",
                1))
        .isEqualTo(
            "film|기생충|기생충|Parasite|2019|2019-05-30|132|15|KR|줄거리 1|Story 1|/poster1abcdefgh.jpg");
    assertThat(list("title_genres", "genre", "position", 1)).isEqualTo("comedy,thriller,drama");
    assertThat(list("title_keywords", "keyword", "keyword", 1)).isEqualTo("family,stairs");
    assertThat(list("title_services", "service", "service", 1)).isEqualTo("netflix,watcha");
    assertThat(list("clips", "site || ':' || x.key", "position", 1))
        .isEqualTo("youtube:abcdefghi_1");
    assertThat(
            world.one(
                "select string_agg(c.role || ':' || p.name || '/' || p.original_name, ',' order by c.role desc)"
                    + " as text from credits c join people p using (person_id) join titles t using (title_id)"
                    + " where t.source_key = 'film-1'"))
        .isEqualTo("director:봉준호/Bong Joon-ho,cast:송강호/Song Kang-ho");
    assertThat(list("title_links", "site || ':' || x.key", "site", 1))
        .isEqualTo("imdb:tt6751668,tmdb-film:1");
    assertThat(
            world.one(
                "select title || '|' || coalesce(age_rating, '-') as text from titles where kind = 'series'"))
        .isEqualTo("오징어 게임|19");
  }

  @Test
  void whereThereIsNoKoreanTheEnglishStandsThere() {
    world.run("due");

    assertThat(row("concat_ws('|', title, synopsis)", 3)).isEqualTo("Untranslated|Story 3");
  }

  @Test
  void importingTwiceChangesNothing() {
    world.run("due");
    String before = world.digest();
    String stamps = world.one("select max(changed_xid)::text as text from titles");

    world.pass(Duration.ofHours(1));
    assertThat(world.run("full").state()).isEqualTo("DONE");

    assertThat(world.digest()).isEqualTo(before);
    assertThat(world.one("select max(changed_xid)::text as text from titles"))
        .as("no row was written")
        .isEqualTo(stamps);
    assertThat(lastRun("concat_ws('|', mode, state, added, changed, unchanged)"))
        .isEqualTo("full|done|0|0|4");
  }

  @Test
  void whatWasChangedIsChangedAndNothingElse() {
    world.run("due");
    world.told().clear();
    String others = world.one(OTHERS);
    world.pass(Duration.ofDays(2));
    world.tmdb().change("movie", 2, title -> title.renamed("괴물 (감독판)", today()));

    assertThat(world.run("due").state()).isEqualTo("DONE");

    assertThat(row("title", 2)).isEqualTo("괴물 (감독판)");
    assertThat(world.one(OTHERS)).isEqualTo(others);
    assertThat(lastRun("concat_ws('|', mode, added, changed, unchanged)"))
        .isEqualTo("incremental|0|1|0");
    assertThat(reported("film", 2)).isEqualTo("changed|title");
    assertThat(world.told()).as("the search index is worth making anew").contains("index");
  }

  private static final String OTHERS =
      "select string_agg(title || changed_xid, ',' order by title_id) as text from titles where source_key <> 'film-2'";

  @Test
  void whatIsNewOnTheFirstPagesIsAdded() {
    world.run("due");
    world.pass(Duration.ofDays(1));
    world.tmdb().put(List.of(film(7, "파묘", "Exhuma", null, List.of(), List.of())));

    world.run("due");

    assertThat(lastRun("concat_ws('|', mode, added, changed)")).isEqualTo("incremental|1|0");
    assertThat(row("title", 7)).isEqualTo("파묘");
  }

  @Test
  void aRunThatIsTooFarBackIsMadeUpForByComparing() {
    world.run("due");
    world.pass(Duration.ofDays(20));
    // Fourteen days of changes would not tell of it.
    world.tmdb().change("movie", 1, title -> title.renamed("기생충: 흑백판", today().minusDays(18)));

    assertThat(world.run("due").state()).isEqualTo("DONE");

    assertThat(lastRun("concat_ws('|', mode, changed, unchanged)")).isEqualTo("comparison|1|3");
    assertThat(row("title", 1)).isEqualTo("기생충: 흑백판");
  }

  @Test
  void offersThatNobodyTellsOfAreReadAgainAfterAWeek() {
    world.run("due");
    world.tmdb().change("movie", 1, title -> title.offeredBy(List.of(337), LONG_AGO));
    world.pass(Duration.ofDays(3));
    world.run("due");
    assertThat(list("title_services", "service", "service", 1)).isEqualTo("netflix,watcha");

    world.pass(Duration.ofDays(5));
    world.run("due");

    assertThat(list("title_services", "service", "service", 1)).isEqualTo("disneyplus");
    assertThat(list("title_services", "source", "source", 1)).isEqualTo("TMDB (JustWatch)");
  }

  @Test
  void whatSomebodyKnowsBetterWins() {
    world.run("due");
    DATABASE.run(
        """
        insert into availability_overrides
        select title_id, 'netflix', false, 'seen', '2026-11-20' from titles where source_key = 'film-1';
        insert into availability_overrides
        select title_id, 'tving', true, 'seen', '2026-11-20' from titles where source_key = 'film-1';
        """);
    world.tmdb().change("movie", 1, title -> title.offeredBy(List.of(8, 119), LONG_AGO));

    world.run("full");

    assertThat(list("title_services", "service", "service", 1)).isEqualTo("netflix,primevideo");
    assertThat(list("title_offers", "service", "service", 1)).isEqualTo("primevideo,tving");
  }

  @Test
  void whatVanishesIsMarkedAndKeepsItsRatings() {
    world.run("due");
    DATABASE.run(
        """
        insert into users (user_id, nickname) values (1, '미나');
        insert into ratings (user_id, title_id, half_stars, rated_at)
        select 1, title_id, 8, now() from titles where source_key = 'film-1';
        """);
    TmdbTitle gone = world.tmdb().remove("movie", 1).orElseThrow();
    world.pass(Duration.ofDays(8));
    world.run("due");

    assertThat(world.count("titles")).isEqualTo(4);
    assertThat(world.count("ratings")).isEqualTo(1);
    assertThat(world.count("tmdb_titles where gone_at is not null")).isEqualTo(1);
    assertThat(reported("film", 1)).isEqualTo("vanished");

    world.tmdb().put(List.of(gone));
    world.pass(Duration.ofDays(8));
    world.run("due");
    assertThat(world.count("tmdb_titles where gone_at is not null")).as("it is back").isZero();
    assertThat(reported("film", 1)).isEqualTo("changed|back");
  }

  @Test
  void titlesOfOtherSourcesAreMetAgainAndKeepTheirWords() {
    DATABASE.run(
        """
        insert into titles (title_id, title, original_title, year, synopsis, source, source_key)
        values (1, 'Parasite', 'Gisaengchung', 2019, null, 'ratings', '9'),
               (2, '괴물', '괴물', 2019, '우리가 쓴 줄거리', 'sample', '2'),
               (3, 'Untranslated', 'Untranslated', 2019, null, 'sample', '3');
        insert into title_links values (1, 'imdb', 'tt6751668');
        insert into people (person_id, name, original_name) values (1, '봉준호', 'Bong Joon-ho');
        insert into credits values (2, 1, 'director', 1);
        insert into title_services values (2, 'tving', '2026-01-01'), (2, 'watcha', '2026-01-01');
        """);

    world.run("due");

    assertThat(world.count("titles"))
        .as("one is new, and one looks alike but has no director")
        .isEqualTo(5);
    assertThat(of(1, "concat_ws('|', title, original_title, age_rating, source)"))
        .as("a Korean name where there was none")
        .isEqualTo("기생충|Gisaengchung|15|ratings");
    assertThat(of(2, "concat_ws('|', title, synopsis, runtime_minutes, source)"))
        .isEqualTo("괴물|우리가 쓴 줄거리|132|sample");
    assertThat(
            world.one(
                "select string_agg(service, ',' order by service) as text from title_services where title_id = 2"))
        .as("TMDB knows nothing of TVING")
        .isEqualTo("tving,wavve");
    assertThat(world.count("people")).as("nobody is there twice").isEqualTo(2);
    assertThat(world.run("full").state()).isEqualTo("DONE");
    assertThat(lastRun("concat_ws('|', added, changed, unchanged)")).isEqualTo("0|0|4");
  }

  @Test
  void aDryRunSaysWhatWouldChangeAndChangesNothing() {
    world.run("due");
    String before = world.digest();
    world.pass(Duration.ofDays(1));
    world.tmdb().put(List.of(film(7, "파묘", "Exhuma", null, List.of(), List.of())));
    world.tmdb().change("movie", 2, title -> title.renamed("괴물 2", today()));
    world.tmdb().remove("movie", 1);
    world.told().clear();

    assertThat(world.dryRun("full").state()).isEqualTo("DONE");

    assertThat(world.digest()).isEqualTo(before);
    assertThat(lastRun("concat_ws('|', dry, added, changed, unchanged, vanished)"))
        .isEqualTo("t|1|1|2|1");
    assertThat(reported("film", 7)).isEqualTo("added");
    assertThat(reported("film", 2)).isEqualTo("changed|title");
    assertThat(world.told()).isEmpty();
    world.run("due");
    assertThat(row("title", 2)).as("the dry run was no run to count from").isEqualTo("괴물 2");
  }

  @Test
  void whatFailsIsNotedAndReadByTheNextRun() {
    world.run("due");
    world.pass(Duration.ofDays(1));
    world.tmdb().change("movie", 2, title -> title.renamed("괴물 2", today()));
    // Three lists of films and of series, and their changes, then the one title, four times.
    world.faults().clear();
    int calls = callsOfAQuietRun();
    world.tmdb().change("movie", 2, title -> title.renamed("괴물 3", today()));
    failAfter(calls, TmdbFault.ERROR, 4);

    world.run("due");
    assertThat(reported("film", 2)).isEqualTo("failed");
    assertThat(lastRun("reason")).isEmpty();
    assertThat(row("title", 2)).isEqualTo("괴물 2");

    world.faults().clear();
    world.run("due");
    assertThat(row("title", 2)).isEqualTo("괴물 3");
    assertThat(world.count("tmdb_titles where failure is not null")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"ERROR", "SLOW", "MALFORMED", "LOST", "HUGE", "THROTTLED"})
  void aFaultThatPassesIsOutlived(TmdbFault fault) {
    world.faults().order(fault, 2);

    assertThat(world.run("due").state()).isEqualTo("DONE");

    assertThat(world.count("titles")).isEqualTo(4);
    assertThat(world.faults().askedTooEarly()).isZero();
  }

  @Test
  void whenEverythingFailsTheRunWaitsAndLosesNothing() {
    world.faults().order(TmdbFault.ERROR, 10_000);
    Summary summary = world.run("due");
    assertThat(summary.state()).isEqualTo("DOWN");
    assertThat(lastRun("state")).isEqualTo("running");
    assertThat(world.told()).as("nobody goes on at once").isEmpty();

    world.faults().clear();
    assertThat(world.run("due").state()).isEqualTo("DONE");
    assertThat(world.count("titles")).isEqualTo(4);
  }

  @Test
  void whenManyTitlesInARowFailTheyAreNotBlamed() {
    List<TmdbTitle> many = new ArrayList<>();
    for (int id = 100; id < 120; id++) {
      many.add(film(id, "영화 " + id, "Film " + id, null, List.of(), List.of()));
    }
    world.tmdb().put(many);
    // Eight pages of lists, then three titles.
    world.faults().orderAfter(8 + 3, TmdbFault.ERROR, 10_000);

    assertThat(world.run("due").state()).isEqualTo("DOWN");
    assertThat(lastRun("concat_ws('|', state, added, failed)")).isEqualTo("running|3|0");

    world.faults().clear();
    world.pass(Duration.ofMinutes(30));
    assertThat(world.run("due").state()).isEqualTo("DONE");
    assertThat(lastRun("concat_ws('|', state, added, failed)")).isEqualTo("done|24|0");
  }

  @Test
  void whoeverHasLostTheLeaseWritesNothingMore() {
    world.faults().orderAfter(7, TmdbFault.THROTTLED, 1);
    List<String> states = new ArrayList<>();
    world.atNextWait(
        () -> {
          assertThat(world.run("due").state()).as("while the lease holds").isEqualTo("IDLE");
          world.pass(Duration.ofMinutes(10));
          states.add(world.run("due").state());
        });

    states.add(world.run("due").state());

    assertThat(states).containsExactly("DONE", "LOST");
    assertThat(lastRun("concat_ws('|', state, added, unchanged)")).isEqualTo("done|4|0");
  }

  @Test
  void aTokenThatIsNotTakenEndsTheRun() {
    world.faults().order(TmdbFault.BARRED, 1);

    assertThat(world.run("due").state()).isEqualTo("BARRED");

    assertThat(lastRun("state || ': ' || reason"))
        .isEqualTo("failed: TMDB does not take our credentials");
    assertThat(world.run("due").state()).isEqualTo("DONE");
  }

  @Test
  void withoutATokenNothingIsAskedAndNothingIsTouched() {
    world.secret(null);
    new RunBook(DATABASE.database()).open(RunMode.FULL, false, null, world.now());

    assertThat(world.run("due").state()).isEqualTo("OFF");

    assertThat(lastRun("state || ': ' || reason")).isEqualTo("off: there are no credentials");
    assertThat(world.faults().asked()).isZero();
    assertThat(world.count("titles")).isZero();
  }

  @Test
  void aLongPauseIsWaitedForByTheNextInvocation() {
    world.faults().settings(3600, 0);
    world.faults().order(TmdbFault.THROTTLED, 1);
    Instant before = world.now();
    assertThat(world.run("due").state()).isEqualTo("OUT_OF_TIME");
    assertThat(world.faults().asked()).isEqualTo(1);
    assertThat(world.run("due").state()).as("too early").isEqualTo("OUT_OF_TIME");
    assertThat(world.faults().asked()).isEqualTo(1);

    world.pass(Duration.between(world.now(), before.plusSeconds(3500)));
    assertThat(world.run("due").state()).as("it waits the rest").isEqualTo("DONE");
    assertThat(world.faults().askedTooEarly()).isZero();
  }

  @Test
  void aRunGoesOnInvocationAfterInvocation() {
    List<TmdbTitle> many = new ArrayList<>();
    for (int id = 100; id < 1700; id++) {
      many.add(film(id, "영화 " + id, "Film " + id, null, List.of(), List.of()));
    }
    world.tmdb().put(many.subList(0, 120));
    int invocations = 1;
    // Twelve seconds: two are left for calls, at forty a second.
    while (world.run("due", false, Duration.ofSeconds(22)).state().equals("OUT_OF_TIME")) {
      invocations++;
    }

    assertThat(invocations).isGreaterThan(1);
    assertThat(world.told()).contains("continue");
    assertThat(world.count("titles")).isEqualTo(124);
  }

  @Test
  void postersAreCopiedWhereThatIsWanted() {
    world.copyPosters();
    world.run("due");

    String key = row("poster_key", 1);
    assertThat(key).matches("tmdb-film-1-[0-9a-f]{16}\\.jpg");
    assertThat(ENDPOINTS.objects().get("posters/" + key)).isPresent();
    world.run("full");
    assertThat(lastRun("concat_ws('|', added, changed)")).isEqualTo("0|0");
  }

  @Test
  void hostileTextsComeInCleanAndShort() {
    String text = "\u202e<b>악마</b>\u0000\n  " + "가".repeat(5000) + "\ud800";
    world.tmdb().put(List.of(film(9, text, "x".repeat(4000), null, List.of(), List.of())));

    world.run("due");

    assertThat(row("title", 9)).startsWith("<b>악마</b> 가가").hasSize(300);
    assertThat(row("english_title", 9)).hasSize(300);
  }

  /** How many calls a run makes when nothing is the matter, which also brings us up to date. */
  private int callsOfAQuietRun() {
    world.run("due");
    int calls = world.faults().asked();
    world.faults().clear();
    return calls - 1;
  }

  private void failAfter(int calls, TmdbFault fault, int times) {
    world.faults().orderAfter(calls, fault, times);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
  }

  private String row(String columns, long tmdbId) {
    return world.one(
        "select " + columns + " as text from titles where source_key = 'film-" + tmdbId + "'");
  }

  private String of(long titleId, String columns) {
    return world.one("select " + columns + " as text from titles where title_id = " + titleId);
  }

  private String list(String table, String column, String order, long tmdbId) {
    return world.one(
        "select string_agg(x."
            + column
            + ", ',' order by x."
            + order
            + ") as text from "
            + table
            + " x join titles t using (title_id) where t.source_key = 'film-"
            + tmdbId
            + "'");
  }

  private String lastRun(String columns) {
    return world.one("select " + columns + " as text from tmdb_runs order by run_id desc limit 1");
  }

  private String reported(String kind, long tmdbId) {
    return world.one(
        "select concat_ws('|', state, fields) as text from tmdb_run_titles where kind = '"
            + kind
            + "' and tmdb_id = "
            + tmdbId
            + " order by run_id desc limit 1");
  }

  private static TmdbTitle film(
      long id,
      @Nullable String korean,
      String english,
      @Nullable String imdb,
      List<Integer> providers,
      List<TmdbPerson> directors) {
    return new TmdbTitle(
        "movie",
        id,
        imdb,
        korean,
        korean == null ? english : korean,
        korean == null ? "en" : "ko",
        english,
        korean == null ? null : "줄거리 " + id,
        "Story " + id,
        LocalDate.of(2019, 5, 30),
        132,
        "15",
        List.of("KR"),
        List.of(35, 53, 18),
        List.of("stairs", "Family"),
        directors,
        directors.isEmpty() ? List.of() : List.of(SONG),
        providers,
        List.of("abcdefghi_" + id % 10),
        "/poster" + id + "abcdefgh.jpg",
        false,
        (int) (1000 - id % 1000),
        LONG_AGO);
  }

  private static TmdbTitle series(long id, String korean, String english) {
    return new TmdbTitle(
        "tv",
        id,
        null,
        korean,
        korean,
        "ko",
        english,
        "줄거리",
        "Story",
        LocalDate.of(2021, 9, 17),
        55,
        "19",
        List.of("KR"),
        List.of(10759, 9648),
        List.of(),
        List.of(),
        List.of(),
        List.of(8),
        List.of(),
        null,
        false,
        500,
        LONG_AGO);
  }
}
