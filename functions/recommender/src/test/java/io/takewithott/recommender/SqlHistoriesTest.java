package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.Audience.Member;
import io.takewithott.recommender.Audience.Scope;
import io.takewithott.recommender.TasteStore.Taste;
import io.takewithott.recommender.content.AgeRating;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is read of users: one for a refresh, all for a training. */
class SqlHistoriesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private final SqlTasteStore tastes = new SqlTasteStore(DATABASE.database());
  private final SqlAudience audience = new SqlAudience(DATABASE.database());

  @BeforeEach
  void clear() {
    DATABASE.run(
        """
        delete from titles; delete from users;
        insert into titles (title_id, title, original_title, source, source_key)
          select n, 't', 't', 'test', n from generate_series(1, 5000) n;
        insert into users (user_id, nickname, taste_version) values (7, 'mina', 4);
        """);
  }

  @Test
  void ratingsPicksAndDismissalsComeInOneCall() {
    DATABASE.run(
        """
        insert into picks (user_id, title_id, position) values (7, 11, 1), (7, 12, 2);
        insert into ratings (user_id, title_id, half_stars, rated_at) values (7, 13, 9, to_timestamp(100));
        insert into dismissed_titles (user_id, title_id) values (7, 21), (7, 22);
        """);
    int before = DATABASE.calls();

    Taste taste = tastes.find(7).orElseThrow();

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(taste.tasteVersion()).isEqualTo(4);
    assertThat(taste.dismissed()).containsExactlyInAnyOrder(21L, 22L);
    assertThat(taste.history().entries())
        .containsExactly(
            new Entry(11, 10, true, 0), new Entry(12, 10, true, 0), Entry.rated(13, 9, 100));
    assertThat(audience.members(Scope.EVERYONE))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("pickedAtEpochSeconds")
        .containsExactly(
            new Member(7, 4, 0, List.of(11L, 12L), AgeRating.FROM_19, Set.of(21L, 22L), List.of()));
  }

  @Test
  void whatIsSaidWithoutStarsCountsAsStarsWhereThereAreNone() {
    DATABASE.run(
        """
        insert into picks (user_id, title_id, position) values (7, 11, 1);
        insert into ratings (user_id, title_id, half_stars, rated_at)
          values (7, 12, 2, to_timestamp(100)), (7, 15, null, to_timestamp(100));
        insert into reactions (user_id, title_id, liked, reacted_at) values
          (7, 11, true, to_timestamp(1)), (7, 12, true, to_timestamp(2)), (7, 13, true, to_timestamp(30)),
          (7, 14, false, to_timestamp(20)), (7, 15, true, to_timestamp(10));
        insert into watch_progress (user_id, title_id, seconds, finished, began, ended, ever_finished, seen_at) values
          (7, 14, 0, true, false, false, true, to_timestamp(5)), (7, 16, 0, false, false, false, true, to_timestamp(4)),
          (7, 17, 60, false, true, false, false, to_timestamp(3));
        """);

    assertThat(tastes.find(7).orElseThrow().history().entries())
        .containsExactly(
            new Entry(11, 10, true, 0),
            Entry.rated(12, 2, 100),
            Entry.rated(13, 8, 30),
            Entry.rated(14, 3, 20),
            Entry.rated(15, 8, 10),
            Entry.rated(16, 7, 4));
    assertThat(audience.members(Scope.EVERYONE).get(0).unrated())
        .as("a training reads the same")
        .containsExactly(
            Entry.rated(13, 8, 30),
            Entry.rated(14, 3, 20),
            Entry.rated(15, 8, 10),
            Entry.rated(16, 7, 4),
            Entry.rated(11, 8, 1));
  }

  @Test
  void aUserWithoutAnythingIsReadToo() {
    assertThat(tastes.find(7)).get().extracting(Taste::dismissed).isEqualTo(Set.of());
    assertThat(tastes.find(8)).isEmpty();
    assertThat(audience.members(Scope.EVERYONE))
        .containsExactly(new Member(7, 4, 0, List.of(), AgeRating.FROM_19, Set.of(), List.of()));
    assertThat(audience.members(Scope.ACTIVE)).isEmpty();
  }

  @Test
  void whoGaveNoAgeIsGrownUp() {
    assertThat(tastes.find(7).orElseThrow().highest()).isEqualTo(AgeRating.FROM_19);
  }

  @Test
  void whoGaveAnAgeIsShownWhatIsForIt() {
    DATABASE.run("update users set age_band = '15-18'");
    int before = DATABASE.calls();

    assertThat(tastes.find(7).orElseThrow().highest()).isEqualTo(AgeRating.FROM_15);
    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(audience.members(Scope.EVERYONE))
        .extracting(Member::highest)
        .containsExactly(AgeRating.FROM_15);
  }

  @Test
  void theLatestDismissalsCount() {
    DATABASE.run(
        """
        insert into dismissed_titles (user_id, title_id, dismissed_at)
          select 7, n, to_timestamp(n) from generate_series(1, 2500) n
        """);

    assertThat(tastes.find(7).orElseThrow().dismissed())
        .hasSize(2000)
        .contains(2500L, 501L)
        .doesNotContain(500L);
  }

  /** 150 users with 2,000 dismissals each are 1.3 MB of text. */
  @Test
  void usersWithLongListsComeOverSeveralPages() {
    DATABASE.run(
        """
        insert into users (user_id, nickname) select n, 'u' || n from generate_series(1001, 1150) n;
        insert into dismissed_titles (user_id, title_id)
          select u, t from generate_series(1001, 1150) u, generate_series(1, 2000) t;
        """);
    int before = DATABASE.calls();

    List<Member> members = audience.members(Scope.EVERYONE);

    assertThat(members).hasSize(151).extracting(Member::userId).isSorted();
    assertThat(members.subList(1, 151)).allMatch(member -> member.dismissed().size() == 2000);
    assertThat(DATABASE.calls() - before).isLessThan(8);
  }
}
