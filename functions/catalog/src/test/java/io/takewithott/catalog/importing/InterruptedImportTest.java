package io.takewithott.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.catalog.importing.CrashPoint.Crash;
import io.takewithott.catalog.importing.TmdbImport.Summary;
import io.takewithott.cloud.tmdb.TmdbGenerator;
import io.takewithott.cloud.tmdb.TmdbTitle;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A whole catalogue is imported twice: once undisturbed, and once while TMDB fails in every way at
 * places that a seed draws and the process dies twice at steps that it draws as well. {@code
 * -Dtmdb.titles=5000} and {@code -Dtmdb.seed=7} make it another one.
 */
class InterruptedImportTest {
  @RegisterExtension static final TestDatabase CALM = TestDatabase.withSchema();
  @RegisterExtension static final TestDatabase DISTURBED = TestDatabase.withSchema();
  @RegisterExtension static final TestDatabase CALM_TOO = TestDatabase.withSchema();
  @RegisterExtension static final TestDatabase DISTURBED_TOO = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final int TITLES = Integer.getInteger("tmdb.titles", 300);
  private static final long SEED = Long.getLong("tmdb.seed", 20261121L);

  /** Of a thousand addresses so many fail at first. */
  private static final int FAULTY = 60;

  /** More than the lease, which only a living process keeps. */
  private static final Duration LONG_DEAD = Duration.ofMinutes(4);

  private static final int MOST_INVOCATIONS = 200;

  /** Of another source, rated, and found again by IMDb's number or by name, year and director. */
  private static final String OTHERS =
      """
      insert into users (user_id, nickname) values (1, '미나');
      insert into titles (title_id, title, original_title, year, source, source_key)
      values (1, 'By number', 'By number', 1990, 'other', '1'), (2, '무관', '무관', 1990, 'other', '2');
      insert into title_links values (1, 'imdb', '%s');
      insert into ratings (user_id, title_id, half_stars, rated_at) values (1, 1, 8, now()), (1, 2, 6, now());
      """;

  @Test
  void whatDiesTwiceAndFailsOftenEndsAsIfNothingHadBeen() throws Exception {
    List<TmdbTitle> titles = TmdbGenerator.titles(SEED, TITLES, LocalDate.of(2020, 1, 1));
    String known =
        titles.stream()
            .filter(title -> title.isFilm() && !title.adult() && title.imdbId() != null)
            .findFirst()
            .orElseThrow()
            .imdbId();
    CALM.run(OTHERS.formatted(known));
    DISTURBED.run(OTHERS.formatted(known));
    try (ImportWorld calm = new ImportWorld(CALM, ENDPOINTS, titles);
        ImportWorld disturbed = new ImportWorld(DISTURBED, ENDPOINTS, titles)) {
      long started = System.nanoTime();
      assertThat(calm.run("due").state()).isEqualTo("DONE");
      int steps = calm.crash.steps();
      long between = System.nanoTime();

      Told told = disturb(disturbed, 2, steps / 2);

      System.out.printf(
          "import of %d titles: undisturbed %.1f s and %d calls; with %s, two deaths and %d invocations %.1f s"
              + " and %d calls%n",
          TITLES,
          (between - started) / 1e9,
          calm.faults().asked(),
          disturbed.faults().shown(),
          told.invocations,
          (System.nanoTime() - between) / 1e9,
          disturbed.faults().asked());
      assertThat(told.deaths).isEqualTo(2);
      assertThat(disturbed.faults().shown()).as("kinds of faults").hasSizeGreaterThan(2);
      assertThat(disturbed.faults().askedTooEarly()).isZero();
      assertThat(calm.count("titles")).isGreaterThan(TITLES * 9L / 10);
      assertThat(disturbed.digest()).isEqualTo(calm.digest());
      assertThat(disturbed.count("ratings")).isEqualTo(2);
    }
  }

  @Test
  void whatDiesAgainAndAgainEndsAsWell() throws Exception {
    List<TmdbTitle> titles = TmdbGenerator.titles(SEED + 1, 40, LocalDate.of(2020, 1, 1));
    try (ImportWorld calm = new ImportWorld(CALM_TOO, ENDPOINTS, titles);
        ImportWorld disturbed = new ImportWorld(DISTURBED_TOO, ENDPOINTS, titles)) {
      assertThat(calm.run("due").state()).isEqualTo("DONE");

      // Of the steps of the whole, a good part are those of writing its two batches.
      Told told = disturb(disturbed, 15, calm.crash.steps() / 3);

      assertThat(told.deaths).isGreaterThan(3);
      assertThat(disturbed.digest()).isEqualTo(calm.digest());
    }
  }

  /** Until everything is read, what failed in one run in the next. */
  private static Told disturb(ImportWorld world, int mostDeaths, int withinSteps) {
    Random random = new Random(SEED);
    world.faults().draw(SEED, FAULTY);
    int deaths = 0;
    world.crash.at(random.nextInt(withinSteps), random.nextBoolean());
    for (int invocations = 1; invocations <= MOST_INVOCATIONS; invocations++) {
      try {
        Summary summary = world.run("due");
        if (summary.state().equals("DONE") && failures(world) == 0) {
          return new Told(deaths, invocations);
        }
      } catch (Crash death) {
        deaths++;
        world.buryTheDead();
        if (leases(world) > 0) {
          assertThat(world.run("continue").state()).as("while the lease holds").isEqualTo("IDLE");
        }
        world.pass(LONG_DEAD);
        if (deaths < mostDeaths) {
          world.crash.at(random.nextInt(withinSteps), random.nextBoolean());
        }
      }
    }
    throw new AssertionError("It has not come to an end");
  }

  private static long leases(ImportWorld world) {
    long now = world.now().getEpochSecond();
    return world.count(
        "tmdb_runs where finished_at is null and lease_until > to_timestamp(" + (now + 1) + ")");
  }

  private static long failures(ImportWorld world) {
    return world.count("tmdb_titles where failure is not null");
  }

  private record Told(int deaths, int invocations) {}
}
