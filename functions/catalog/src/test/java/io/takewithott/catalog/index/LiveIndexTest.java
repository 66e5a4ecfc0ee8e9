package io.takewithott.catalog.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.catalog.lines.LineFinder;
import io.takewithott.catalog.search.NameFinder;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.objects.StoredObject;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveIndexTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
  private final AtomicInteger wanted = new AtomicInteger();
  private final ObjectStore objects = ENDPOINTS.objects();
  private final RowStore rows = new RowStore(DATABASE.database());
  private final IndexShelf shelf = new IndexShelf(objects);

  @BeforeEach
  void setTheScene() {
    objects.keys("search/", 100).forEach(objects::delete);
    DATABASE.run(
        """
        truncate titles, people, famous_lines, title_aliases cascade;
        insert into titles (title_id, title, original_title, source, source_key) values (1, '실미도', '실미도', 'test', '1');
        insert into famous_lines (line_id, title_id, line) values (1, 1, '날 쏘고 가라');
        """);
  }

  @Test
  void withoutAnIndexASmallCatalogueIsReadWhole() {
    LiveIndex live = live();

    assertThat(finds(live, "날 쏘고 가라")).isTrue();
    assertThat(wanted).hasValue(0);
  }

  @Test
  void theIndexIsReadFromS3AndNotFromTheDatabase() {
    assertThat(build().made()).isTrue();
    LiveIndex live = live();
    int before = DATABASE.calls();

    assertThat(NameFinder.find(live.known(), "실미도", 5)).hasSize(1);
    assertThat(DATABASE.calls()).isEqualTo(before);
  }

  @Test
  void aNewLineIsFoundHalfAMinuteLaterWithoutANewIndex() {
    build();
    LiveIndex live = live();
    assertThat(finds(live, "비겁한 변명입니다")).isFalse();

    DATABASE.run("insert into famous_lines (title_id, line) values (1, '비겁한 변명입니다!')");
    assertThat(finds(live, "비겁한 변명입니다")).as("at once").isFalse();
    pass(Duration.ofSeconds(31));

    assertThat(finds(live, "비겁한 변명입니다")).isTrue();
    assertThat(finds(live, "날 쏘고 가라")).isTrue();
  }

  @Test
  void aChangedLineIsFoundByItsNewWordsAlone() {
    build();
    LiveIndex live = live();
    DATABASE.run("update famous_lines set line = '살려는 드릴게' where line_id = 1");
    pass(Duration.ofSeconds(31));

    assertThat(finds(live, "살려는 드릴게")).isTrue();
    assertThat(finds(live, "날 쏘고 가라")).isFalse();
  }

  @Test
  void aNewAliasFindsItsTitleByAllNames() {
    build();
    LiveIndex live = live();
    live.current();
    DATABASE.run("insert into title_aliases values (1, '684부대')");
    pass(Duration.ofSeconds(31));

    assertThat(NameFinder.find(live.current(), "684부대", 5)).hasSize(1);
    assertThat(NameFinder.find(live.current(), "실미도", 5)).hasSize(1);
  }

  /** What a transaction writes that was open when the index was made comes to light afterwards. */
  @Test
  void aTransactionThatWasOpenIsNotForgotten() throws Exception {
    Thread writer =
        new Thread(
            () ->
                DATABASE.run(
                    """
                    begin; insert into famous_lines (title_id, line) values (1, '묻고 더블로 가');
                    select pg_sleep(1.5); commit;
                    """));
    writer.start();
    Thread.sleep(500);
    build();
    writer.join();

    assertThat(finds(live(), "묻고 더블로 가")).isTrue();
  }

  @Test
  void manyChangesAskForANewIndexOnceInTenMinutes() {
    build();
    LiveIndex live = live();
    manyLines(LiveIndex.MANY_CHANGES + 1, 1000);

    live.current();
    pass(Duration.ofMinutes(1));
    live.current();
    assertThat(wanted).hasValue(1);

    manyLines(2 * RowStore.CHANGES, 5000);
    pass(Duration.ofMinutes(10));
    assertThat(finds(live, "날 쏘고 가라")).isTrue();
    assertThat(wanted).hasValue(2);

    assertThat(build().made()).isTrue();
    pass(Duration.ofMinutes(1));
    assertThat(finds(live, "줄번호 칠천구백구십구")).isTrue();
  }

  @Test
  void anIndexIsMadeOnlyWhereSomethingHasChanged() {
    assertThat(build().made()).isTrue();
    assertThat(build().made()).isFalse();
    DATABASE.run("insert into people (name, original_name) values ('강우석', 'Kang')");
    assertThat(build().made()).isTrue();
  }

  @Test
  void onlyTheCurrentAndThePreviousIndexAreKept() {
    for (int i = 0; i < 4; i++) {
      DATABASE.run(
          "insert into people (name, original_name) values ('사람', 'Person %d')".formatted(i));
      assertThat(build().made()).isTrue();
    }

    assertThat(objects.keys("search/", 100)).hasSize(3).contains("search/current");
  }

  @Test
  void anOlderIndexDoesNotReplaceANewerOne() {
    build();
    byte[] older = SearchIndex.builder().write(1);

    assertThat(shelf.publish(older, 1)).isFalse();
    assertThat(finds(live(), "날 쏘고 가라")).isTrue();
  }

  @Test
  void aDamagedIndexIsNotUsedAndIsMadeAnew() {
    build();
    String key = shelf.current().orElseThrow().key();
    byte[] bytes = objects.get(key).map(StoredObject::bytes).orElseThrow();
    byte[] damaged = bytes.clone();
    damaged[damaged.length / 2] ^= 1;
    for (byte[] wrong : new byte[][] {damaged, Arrays.copyOf(bytes, 99), new byte[0]}) {
      objects.put(key, wrong, "application/octet-stream");

      assertThat(finds(live(), "날 쏘고 가라")).as("from the database").isTrue();
    }
    assertThat(build().made()).isTrue();
    assertThat(shelf.load(shelf.current().orElseThrow())).isPresent();
  }

  @Test
  void aDamagedPointerIsNotFollowed() {
    build();
    objects.put(
        "search/current",
        "{\"key\":".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "application/json");

    assertThat(finds(live(), "날 쏘고 가라")).isTrue();
    assertThat(build().made()).isTrue();
  }

  @Test
  void pagesFollowEachOtherWhateverTheirRowsWeigh() {
    DATABASE.run(
        "insert into famous_lines (title_id, line) select 1, repeat('가', 600) || n from generate_series(1, 1500) n");
    SearchIndex.Builder builder = SearchIndex.builder();

    assertThat(IndexBuild.readAll(rows, builder, Integer.MAX_VALUE)).isTrue();

    assertThat(builder.size()).isEqualTo(1 + 1 + 1500);
  }

  private IndexBuild.IndexReport build() {
    return new IndexBuild(rows, shelf).run();
  }

  private LiveIndex live() {
    return new LiveIndex(shelf, rows, wanted::incrementAndGet, now::get);
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private static boolean finds(LiveIndex live, String line) {
    return !LineFinder.find(live.current(), line, 5).isEmpty();
  }

  private static void manyLines(int count, int from) {
    DATABASE.run(
        ("insert into famous_lines (title_id, line) select 1, case n when 7999 then '줄번호 칠천구백구십구'"
                + " else '다른 줄 ' || md5(n::text) end from generate_series(%d, %d) n")
            .formatted(from, from + count - 1));
  }
}
