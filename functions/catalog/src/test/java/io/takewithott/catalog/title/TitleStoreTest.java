package io.takewithott.catalog.title;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.catalog.TitleStore.TitleDetail;
import io.takewithott.catalog.TitleStore.ViewedTitle;
import io.takewithott.testing.TestDatabase;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TitleStoreTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private final TitleStore store = new TitleStore(DATABASE.database());

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(
        """
        insert into users (user_id, nickname, taste_version) values (1, '미나', 3), (2, '준', 0);
        insert into titles (title_id, title, original_title, english_title, year, runtime_minutes, age_rating, countries, synopsis, source, source_key)
        values (1, '실미도', '실미도', 'Silmido', 2003, 135, '15', 'KR', '북파 부대의 이야기', 'test', '1'),
               (2, '올드보이', '올드보이', 'Oldboy', 2003, 120, '19', 'KR', null, 'test', '2'),
               (3, '100% 사랑', '100% 사랑', null, null, null, null, '', null, 'test', '3');
        insert into title_genres values (1, 'drama', 1), (1, 'action', 2);
        insert into services values ('wavve', '웨이브');
        insert into title_services values (1, 'wavve', '2026-11-01');
        insert into people (person_id, name, original_name) values (1, '강우석', 'Kang Woo-suk'), (2, '설경구', 'Sol Kyung-gu');
        insert into credits values (1, 1, 'director', 1), (1, 2, 'cast', 1);
        insert into famous_lines (title_id, line, speaker) values (1, '날 쏘고 가라', '최재현');
        insert into ratings (user_id, title_id, half_stars) values (1, 2, 9), (2, 2, 8), (2, 1, null);
        insert into picks values (1, 3, 1);
        """);
  }

  @Test
  void titlesAreSeenWithTheViewersOwnMarks() {
    List<ViewedTitle> found = store.find(List.of(1L, 2L, 3L, 99L), 1);

    assertThat(found)
        .extracting(
            ViewedTitle::titleId,
            ViewedTitle::halfStars,
            ViewedTitle::picked,
            ViewedTitle::known,
            ViewedTitle::tasteVersion)
        .containsExactlyInAnyOrder(
            Tuple.tuple(1L, null, false, false, 3L),
            Tuple.tuple(2L, 9, false, true, 3L),
            Tuple.tuple(3L, null, true, true, 3L));
  }

  @Test
  void nobodyHasMarks() {
    assertThat(store.find(List.of(2L), 0))
        .singleElement()
        .satisfies(
            title -> {
              assertThat(title.known()).isFalse();
              assertThat(title.tasteVersion()).isNull();
            });
  }

  @Test
  void popularityCountsRatingsThatStillStand() {
    assertThat(store.popular(3, 0)).extracting(ViewedTitle::titleId).containsExactly(2L, 1L, 3L);
  }

  @Test
  void aSearchTakesTheTextLiterally() {
    assertThat(store.search("올드", 10)).extracting(TitleCard::titleId).containsExactly(2L);
    assertThat(store.search("SILMI", 10)).extracting(TitleCard::titleId).containsExactly(1L);
    assertThat(store.search("100%", 10)).extracting(TitleCard::titleId).containsExactly(3L);
    assertThat(store.search("_", 10)).isEmpty();
    assertThat(store.search("\\", 10)).isEmpty();
    assertThat(store.search("' or '1'='1", 10)).isEmpty();
    assertThat(store.search("", 2)).hasSize(2);
  }

  @Test
  void aDetailHasEverything() {
    TitleDetail detail = store.detail(1).orElseThrow();

    assertThat(detail.genres()).containsExactly("drama", "action");
    assertThat(detail.services()).containsExactly("wavve");
    assertThat(detail.credits())
        .extracting(TitleStore.Credit::name, TitleStore.Credit::role)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("강우석", "director"),
            org.assertj.core.groups.Tuple.tuple("설경구", "cast"));
    assertThat(detail.lines()).containsExactly(new TitleStore.Line("날 쏘고 가라", "최재현"));
    assertThat(store.detail(99)).isEmpty();
  }
}
