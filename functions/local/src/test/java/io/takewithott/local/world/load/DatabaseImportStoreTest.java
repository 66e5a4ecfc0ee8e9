package io.takewithott.local.world.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.takewithott.core.database.Sql;
import io.takewithott.local.world.Availability;
import io.takewithott.local.world.Contents;
import io.takewithott.local.world.DataSet;
import io.takewithott.local.world.FamousLine;
import io.takewithott.local.world.Person;
import io.takewithott.local.world.Ratings;
import io.takewithott.local.world.Remarks;
import io.takewithott.local.world.Service;
import io.takewithott.local.world.Title;
import io.takewithott.local.world.Viewer;
import io.takewithott.local.world.files.DataFolder;
import io.takewithott.local.world.load.ImportReport.Count;
import io.takewithott.local.world.load.ImportReport.Outcome;
import io.takewithott.local.world.sample.SampleWorld;
import io.takewithott.testing.Checkout;
import io.takewithott.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseImportStoreTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private static final Title PARASITE =
      new Title(
          2001L,
          "2001",
          "기생충",
          "기생충",
          "Parasite",
          2019,
          LocalDate.of(2019, 5, 30),
          131,
          "15",
          List.of("KR"),
          List.of("drama", "thriller"),
          List.of(new Person("봉준호", "Bong Joon-ho")),
          List.of(new Person("송강호", "Song Kang-ho"), new Person("최우식", "Choi Woo-shik")),
          List.of("netflix", "tving"),
          List.of("가족", "계급"),
          "반지하에 \"사는\" 가족이\t신분을 속인다.",
          "A family's con.",
          List.of(
              new FamousLine("너는 계획이 다 있구나", "기택"), new FamousLine("Jessica, only child", null)));

  private static final Title OASIS =
      Title.named("1035", "오아시스", "오아시스", null, null, List.of("romance"));

  private static final List<Service> SERVICES =
      List.of(new Service("netflix", "넷플릭스"), new Service("tving", "티빙"));

  @BeforeEach
  void emptyTables() {
    // Deleting would look for every row's references, and the ledger refuses to be truncated.
    DATABASE.run(
        "set session_replication_role = replica;"
            + " truncate imports, titles, people, users, plans, services cascade;"
            + " set session_replication_role = origin");
  }

  @Test
  void everythingOfATitleIsStored() {
    run(tiny("digest-1", List.of(PARASITE, OASIS), "1 2001 9 100"));

    assertThat(
            table(
                "select title_id, title, original_title, english_title, year, release_date,"
                    + " runtime_minutes, age_rating, countries, synopsis, synopsis_english, source, source_key, kind from titles"))
        .containsExactly(
            "2001|기생충|기생충|Parasite|2019|2019-05-30|131|15|KR|반지하에 \"사는\" 가족이\t신분을 속인다.|A family's con.|tiny|2001|film",
            "<id>|오아시스|오아시스|-|-|-|-|-||-|-|tiny|1035|film");
    assertThat(table("select title_id, genre, position from title_genres"))
        .containsExactly("2001|drama|1", "2001|thriller|2", "<id>|romance|1");
    assertThat(table("select title_id, keyword from title_keywords"))
        .containsExactly("2001|가족", "2001|계급");
    assertThat(table("select title_id, service, as_of from title_services"))
        .containsExactly("2001|netflix|2026-11-01", "2001|tving|2026-11-01");
    assertThat(table("select service, name from services"))
        .containsExactly("netflix|넷플릭스", "tving|티빙");
    assertThat(
            table(
                "select c.title_id, c.role, c.position, p.name, p.original_name"
                    + " from credits c join people p using (person_id)"))
        .containsExactly(
            "2001|cast|1|송강호|Song Kang-ho",
            "2001|cast|2|최우식|Choi Woo-shik",
            "2001|director|1|봉준호|Bong Joon-ho");
    assertThat(table("select title_id, line, speaker from famous_lines"))
        .containsExactly("2001|Jessica, only child|-", "2001|너는 계획이 다 있구나|기택");
  }

  @Test
  void ratingsBearTheTimeOfTheData() {
    run(
        tiny(
            "digest-1",
            List.of(PARASITE, OASIS),
            "1 2001 9 1700000000",
            "2 2001 1 1700000001",
            "2 1035 10 0"));

    assertThat(table(RATINGS))
        .containsExactly(
            "viewer 1|2001|9|2023-11-14T22:13:20+00:00",
            "viewer 2|1035|10|1970-01-01T00:00:00+00:00",
            "viewer 2|2001|1|2023-11-14T22:13:21+00:00");
    assertThat(table("select user_id, nickname, taste_version, email, source_key from users"))
        .containsExactly("1|viewer 1|0|-|1", "2|viewer 2|0|-|2");
  }

  @Test
  void sameDataIsNotReadAgain() {
    DataSet data = tiny("digest-1", List.of(PARASITE, OASIS), "1 2001 9 100", "2 1035 3 200");
    ImportReport first = run(data);
    String rows = rowVersions();

    ImportReport second = run(data);

    assertThat(first.outcome()).isEqualTo(Outcome.IMPORTED);
    assertThat(first.ratings()).isEqualTo(new Count(2, 2));
    assertThat(second.outcome()).isEqualTo(Outcome.ALREADY_THERE);
    assertThat(second.text()).isEqualTo("tiny (test) is there already: nothing was written.\n");
    assertThat(rowVersions()).isEqualTo(rows);
  }

  @Test
  void equalRowsOfOtherFilesAreNotRewritten() {
    run(tiny("digest-1", List.of(PARASITE, OASIS), "1 2001 9 100", "2 1035 3 200"));
    String rows = rowVersions();

    ImportReport second =
        run(tiny("digest-2", List.of(PARASITE, OASIS), "1 2001 9 100", "2 1035 3 200"));

    assertThat(second.titles()).isEqualTo(new Count(2, 0));
    assertThat(second.viewers()).isEqualTo(new Count(2, 0));
    assertThat(second.ratings()).isEqualTo(new Count(2, 0));
    assertThat(rowVersions()).isEqualTo(rows);
    assertThat(table("select source, digest, progress, finished_at is not null from imports"))
        .containsExactly("tiny|digest-2|2|true");
  }

  @Test
  void otherDataUnderTheSameNameRefreshesWhatDiffers() {
    run(tiny("digest-1", List.of(PARASITE, OASIS), "1 2001 9 100", "2 1035 3 200"));
    Title changed =
        new Title(
            2001L,
            "2001",
            "기생충",
            "기생충",
            "Parasite",
            2019,
            null,
            132,
            "15",
            List.of("KR"),
            List.of("thriller", "comedy"),
            List.of(new Person("봉준호", "Bong Joon-ho")),
            List.of(new Person("최우식", "Choi Woo-shik"), new Person("이선균", "Lee Sun-kyun")),
            List.of("tving"),
            List.of("계급", "반전"),
            null,
            "A family's con.",
            List.of(new FamousLine("Jessica, only child", "기정")));

    ImportReport report =
        run(
            tiny(
                "digest-2",
                List.of(changed, OASIS),
                "1 2001 8 100",
                "2 1035 3 200",
                "3 1035 4 300"));

    assertThat(report.titles()).isEqualTo(new Count(2, 1));
    assertThat(report.viewers()).isEqualTo(new Count(3, 1));
    assertThat(report.ratings()).isEqualTo(new Count(3, 2));
    assertThat(table("select genre, position from title_genres where title_id = 2001"))
        .containsExactly("comedy|2", "thriller|1");
    assertThat(table("select keyword from title_keywords")).containsExactly("계급", "반전");
    assertThat(table("select service from title_services")).containsExactly("tving");
    assertThat(table("select line, speaker from famous_lines"))
        .containsExactly("Jessica, only child|기정");
    assertThat(
            table(
                "select c.role, c.position, p.name from credits c join people p using (person_id)"))
        .containsExactly("cast|1|최우식", "cast|2|이선균", "director|1|봉준호");
    assertThat(
            table(
                "select runtime_minutes, release_date, synopsis from titles where title_id = 2001"))
        .containsExactly("132|-|-");
    assertThat(table("select distinct taste_version from users")).containsExactly("0");
  }

  @Test
  void filesImportedUnderAnotherNameAreNotImportedAgain() {
    run(tiny("digest-1", List.of(OASIS), "1 1035 9 100"));

    ImportReport report =
        run(new GivenData("renamed", "digest-1", contents(List.of(OASIS), "1 1035 9 100")));

    assertThat(report.outcome()).isEqualTo(Outcome.ALREADY_THERE);
    assertThat(report.source()).isEqualTo("tiny");
  }

  @Test
  void keysOfDifferentSourcesDoNotMeet() {
    run(tiny("digest-1", List.of(OASIS), "1 1035 9 100"));

    Title other = Title.named("1035", "Other", "Other", null, null, List.of());
    Contents contents =
        new Contents(
            List.of(other),
            List.of(new Viewer(null, "1", "other viewer")),
            contents(List.of(other), "1 1035 2 100").ratings(),
            Availability.UNKNOWN,
            Remarks.NONE);
    run(new GivenData("other", "digest-2", contents));

    assertThat(table(RATINGS))
        .containsExactly(
            "other viewer|1035|2|1970-01-01T00:01:40+00:00",
            "viewer 1|1035|9|1970-01-01T00:01:40+00:00");
  }

  /** With 420 viewers the sample has three chunks of ratings, five chunks in all. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void killedImportGoesOnToTheSameEnd(int chunksBefore) {
    SampleWorld world = new SampleWorld(SampleWorld.SEED, 420);
    run(world);
    String undisturbed = world();
    emptyTables();

    assertThatThrownBy(() -> importer(new KilledStore(store(), chunksBefore)).run(world))
        .hasMessage("killed");
    assertThat(table("select finished_at from imports")).containsExactly("-");
    ImportReport report = run(world);

    assertThat(world()).isEqualTo(undisturbed);
    assertThat(report.outcome()).isEqualTo(chunksBefore < 3 ? Outcome.IMPORTED : Outcome.COMPLETED);
    assertThat(report.ratingsBefore()).isEqualTo(Math.max(0, chunksBefore - 2) * 10_000L);
    assertThat(report.ratings().written())
        .isEqualTo(report.ratings().read() - report.ratingsBefore());
  }

  @Test
  void ratingsWithoutTheirTitleAreNotHalfStored() {
    ImportStore store = store();
    run(tiny("digest-1", List.of(OASIS), "1 1035 9 100"));

    assertThatThrownBy(
            () ->
                store.storeRatings(
                    "tiny",
                    new JsonChunk(
                        """
                        [{"u":"1","t":"1035","s":1,"at":5},{"u":"1","t":"9","s":1,"at":5}]""",
                        2),
                    2))
        .hasMessage(
            "Only 1 of 2 ratings found their viewer and title: was tiny removed meanwhile?");

    assertThat(table(RATINGS)).containsExactly("viewer 1|1035|9|1970-01-01T00:01:40+00:00");
    assertThat(table("select progress from imports")).containsExactly("1");
  }

  @Test
  void wholeSampleTakesFewCalls() {
    int before = DATABASE.calls();

    ImportReport report = run(new SampleWorld());

    assertThat(report.ratings().read()).isGreaterThan(100_000);
    assertThat(DATABASE.calls() - before).isLessThan(70);
    assertThat(report.times().values().stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @CsvSource({
    "ml-latest-small, 9125, 671, 100004",
    "movietweetings-100k, 10506, 16554, 100000",
  })
  void publishedDataIsImportedWhole(String folder, int titles, int viewers, int ratings) {
    Optional<Path> shared = Checkout.sharedData();
    assumeTrue(shared.isPresent(), "../shared/data is not beside this checkout");

    ImportReport report = run(DataFolder.open(shared.orElseThrow().resolve(folder)));

    assertThat(report.titles()).isEqualTo(new Count(titles, titles));
    assertThat(report.viewers()).isEqualTo(new Count(viewers, viewers));
    assertThat(report.ratings()).isEqualTo(new Count(ratings, ratings));
    assertThat(table("select count(distinct user_id), count(*) from ratings"))
        .containsExactly(viewers + "|" + ratings);
    assertThat(table("select source, progress from imports"))
        .containsExactly(folder + "|" + ratings);
  }

  private static final String RATINGS =
      "select u.nickname, t.source_key, r.half_stars, r.rated_at from ratings r"
          + " join users u using (user_id) join titles t using (title_id)";

  private static ImportReport run(DataSet data) {
    return importer(store()).run(data);
  }

  private static ImportStore store() {
    return new DatabaseImportStore(DATABASE.masterDatabase());
  }

  private static Importer importer(ImportStore store) {
    return new Importer(store, ProgressListener.NONE, InstantSource.system());
  }

  private static DataSet tiny(String digest, List<Title> titles, String... ratings) {
    return new GivenData("tiny", digest, contents(titles, ratings));
  }

  /** From lines of viewer, title, half stars, time. */
  private static Contents contents(List<Title> titles, String... ratings) {
    List<String> keys = titles.stream().map(Title::key).toList();
    List<Viewer> viewers = new ArrayList<>();
    Ratings.Collector collector = new Ratings.Collector();
    for (String line : ratings) {
      String[] field = line.split(" ");
      int viewer = Integer.parseInt(field[0]);
      while (viewers.size() < viewer) {
        long id = viewers.size() + 1L;
        viewers.add(new Viewer(id, String.valueOf(id), "viewer " + id));
      }
      collector.add(
          viewer - 1, keys.indexOf(field[1]), Integer.parseInt(field[2]), Long.parseLong(field[3]));
    }
    return new Contents(
        titles,
        viewers,
        collector.ratings(),
        new Availability(SERVICES, LocalDate.of(2026, 11, 1)),
        Remarks.NONE);
  }

  private record TextRow(String line) {}

  /** The rows of a query, sorted, with bars between the columns and a dash for null. */
  private static List<String> table(String query) {
    String columns =
        "select array_to_string(array(select coalesce(value, '-') from"
            + " json_each_text(row_to_json(q)) with ordinality order by ordinality), '|') as line from ("
            + query
            + ") q";
    return DATABASE.database().read(Sql.of(columns), TextRow.class).stream()
        .map(row -> row.line().replaceFirst("^1\\d{5}(?=\\|)", "<id>"))
        .sorted()
        .toList();
  }

  private static final List<String> TABLES =
      List.of(
          "users",
          "titles",
          "title_genres",
          "title_keywords",
          "people",
          "credits",
          "services",
          "title_services",
          "famous_lines",
          "ratings");

  /** Changes when any row is written, even if with the same values. */
  private static String rowVersions() {
    return TABLES.stream()
        .map(
            name ->
                name
                    + table(
                        "select count(*), sum(cast(cast(xmin as text) as bigint)),"
                            + " sum(cast(cast(xmax as text) as bigint)) from "
                            + name))
        .collect(Collectors.joining("\n"));
  }

  /** What is there, without ids that the database chose. */
  private static String world() {
    Map<String, String> queries =
        Map.of(
            "ratings", RATINGS,
            "credits",
                "select title_id, role, position, name from credits join people using (person_id)",
            "titles", "select title_id, title, synopsis, source_key from titles",
            "lines", "select title_id, line, speaker from famous_lines",
            "services", "select * from title_services",
            "imports", "select source, digest, progress, finished_at is not null from imports");
    return queries.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            query ->
                query.getKey()
                    + table(
                        "select count(*), md5(string_agg(cast(q as text), ';' order by cast(q as text)))"
                            + " from ("
                            + query.getValue()
                            + ") q"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatATitleIsElsewhereIsStoredOnceAndOnlyIfItCanBe() {
    DatabaseImportStore store = new DatabaseImportStore(DATABASE.masterDatabase());
    DATABASE.run(
        "insert into titles (title, original_title, source, source_key)"
            + " values ('a', 'a', 'linked', '1'), ('b', 'b', 'linked', '2')");
    JsonChunk links =
        new JsonChunk(
            """
            [{"key":"1","site":"imdb","link":"tt0114709"}, {"key":"1","site":"tmdb-film","link":"862"},
             {"key":"2","site":"imdb","link":"tt0114709"}, {"key":"2","site":"tmdb-film","link":"0"},
             {"key":"3","site":"imdb","link":"tt0000003"}]
            """,
            5);
    store.storeLinks("linked", links);
    store.storeLinks("linked", links);

    assertThat(
            DATABASE
                .database()
                .read(
                    Sql.of(
                        "select t.source_key || ' ' || l.key as text from title_links l"
                            + " join titles t using (title_id) where t.source = 'linked' order by 1"),
                    Text.class))
        .extracting(Text::text)
        .containsExactly("1 862", "1 tt0114709");
  }

  private record Text(String text) {}

  private record GivenData(String source, String digest, Contents contents) implements DataSet {
    @Override
    public String format() {
      return "test";
    }

    @Override
    public Contents read() {
      return contents;
    }
  }

  /** Stops for good before the chunk after so many. */
  private static final class KilledStore implements ImportStore {
    private final ImportStore store;
    private int chunksLeft;

    KilledStore(ImportStore store, int chunksLeft) {
      this.store = store;
      this.chunksLeft = chunksLeft;
    }

    private void chunk() {
      if (chunksLeft-- == 0) {
        throw new IllegalStateException("killed");
      }
    }

    @Override
    public Optional<String> finishedSource(String digest) {
      return store.finishedSource(digest);
    }

    @Override
    public long begin(String source, String format, String digest) {
      return store.begin(source, format, digest);
    }

    @Override
    public void storeServices(List<Service> services) {
      store.storeServices(services);
    }

    @Override
    public long storeTitles(String source, JsonChunk titles, LocalDate availabilityAsOf) {
      chunk();
      return store.storeTitles(source, titles, availabilityAsOf);
    }

    @Override
    public void storeLinks(String source, JsonChunk links) {
      chunk();
      store.storeLinks(source, links);
    }

    @Override
    public long storeViewers(String source, JsonChunk viewers) {
      chunk();
      return store.storeViewers(source, viewers);
    }

    @Override
    public long storeRatings(String source, JsonChunk ratings, long progress) {
      chunk();
      return store.storeRatings(source, ratings, progress);
    }

    @Override
    public void refreshStatistics() {
      store.refreshStatistics();
    }

    @Override
    public void finish(String source) {
      store.finish(source);
    }
  }
}
