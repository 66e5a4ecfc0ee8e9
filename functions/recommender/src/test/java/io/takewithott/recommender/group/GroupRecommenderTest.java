package io.takewithott.recommender.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.core.ranking.GroupStrategy;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.recommender.TwoGenres;
import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.content.AgeRating;
import io.takewithott.recommender.group.GroupTitle.MemberView;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.Viewer;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users 1 to 40 love the titles 101 to 140, users 41 to 80 the titles 141 to 180. */
class GroupRecommenderTest {
  private static final HybridModel MODEL = TwoGenres.model();
  private static final RatingsSnapshot RATINGS = TwoTastes.ratings();

  private final GroupRecommender recommender = new GroupRecommender(MODEL);

  @ParameterizedTest
  @EnumSource(GroupStrategy.class)
  void aGroupOfOneHasTheirOwnRanking(GroupStrategy strategy) {
    for (int user : List.of(1, 30, 60, 80)) {
      Ranking own =
          new Ranker(new VersionedModel("v", MODEL))
              .rank(user, 1, member(user).viewer(), TwoTastes.NOW);
      List<GroupTitle> together =
          recommender.recommendTogether(List.of(member(user)), strategy, 40);

      assertThat(together)
          .extracting(GroupTitle::titleId)
          .isEqualTo(own.titles().stream().limit(40).map(RankedTitle::titleId).toList());
      assertThat(together.get(6).members().get(0).rank()).isEqualTo(7);
      assertThat(together.get(0).members().get(0).score()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(GroupStrategy.class)
  void whoIsNamedFirstDoesNotMatter(GroupStrategy strategy) {
    List<GroupMember> members = new ArrayList<>(List.of(member(2), member(17), member(55)));
    List<GroupTitle> first = recommender.recommendTogether(members, strategy, 50);
    Random random = new Random(4);
    for (int trial = 0; trial < 6; trial++) {
      Collections.shuffle(members, random);

      assertThat(recommender.recommendTogether(members, strategy, 50)).isEqualTo(first);
    }
  }

  @Test
  void whatOneOfThemHasSeenIsLeftOutUnlessAllowed() {
    List<GroupMember> members = List.of(member(1), member(50));
    Set<Long> seen = Set.copyOf(titles(member(1)));

    List<GroupTitle> unseen = recommender.recommendTogether(members, GroupStrategy.AVERAGE, 100);
    List<GroupTitle> all =
        recommender.recommendTogether(members, GroupStrategy.AVERAGE, 100, Seen.ALLOWED);

    assertThat(unseen).extracting(GroupTitle::titleId).doesNotContainAnyElementsOf(seen);
    assertThat(all).extracting(GroupTitle::titleId).containsAll(seen).hasSize(82);
  }

  /** Every tenth title is only for grown-ups. */
  @Test
  void whatOneOfThemMayNotOrDoesNotWantToSeeIsLeftOut() {
    GroupMember child = new GroupMember(3, new Viewer(history(3), AgeRating.FROM_12, Set.of()));
    GroupMember picky = new GroupMember(4, Viewer.of(history(4), Set.of(101L, 105L)));

    assertThat(recommender.recommendTogether(List.of(child, picky), GroupStrategy.FAIR, 100))
        .extracting(GroupTitle::titleId)
        .isNotEmpty()
        .doesNotContain(101L, 105L)
        .noneMatch(id -> id % 10 == 0);
  }

  @Test
  void everyTitleSaysWhatItIsToEachOfThem() {
    GroupTitle best =
        recommender.recommendTogether(List.of(member(50), member(1)), GroupStrategy.FAIR, 1).get(0);

    assertThat(best.members()).extracting(MemberView::userId).containsExactly(1L, 50L);
    for (MemberView view : best.members()) {
      assertThat(view.score()).isBetween(0.0, 1.0);
      assertThat(view.stars()).isBetween(0.5, 5.0);
      assertThat(view.rank()).isBetween(1, 82);
      assertThat(titles(member((int) view.userId()))).containsAll(view.because());
    }
  }

  /** Two of the first taste and one of the second: by average the second hardly has a say. */
  @Test
  void theFairStrategyGivesTheOtherTasteItsShare() {
    List<GroupMember> members = List.of(member(1), member(2), member(50));

    assertThat(othersAmongTen(members, GroupStrategy.FAIR))
        .isGreaterThan(othersAmongTen(members, GroupStrategy.AVERAGE))
        .isBetween(2L, 5L);
  }

  private long othersAmongTen(List<GroupMember> members, GroupStrategy strategy) {
    return recommender.recommendTogether(members, strategy, 10).stream()
        .filter(title -> title.titleId() > 140)
        .count();
  }

  @Test
  void scoresOfAMemberRunOverTheirWholeCatalogue() {
    List<GroupTitle> all =
        recommender.recommendTogether(List.of(member(7)), GroupStrategy.AVERAGE, 100);

    assertThat(all.get(all.size() - 1).members().get(0).score()).isEqualTo(0, within(1e-12));
  }

  @Test
  void groupsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> recommender.recommendTogether(List.of(), GroupStrategy.FAIR, 5))
        .hasMessage("0 members, 1 to 20 are possible");
    assertThatThrownBy(
            () ->
                recommender.recommendTogether(List.of(member(1), member(1)), GroupStrategy.FAIR, 5))
        .hasMessage("a member is there twice");
    assertThatThrownBy(
            () -> recommender.recommendTogether(List.of(member(1)), GroupStrategy.FAIR, 101))
        .hasMessage("101 titles, 1 to 100 are possible");
  }

  private static GroupMember member(int user) {
    return new GroupMember(user, Viewer.of(history(user)));
  }

  private static History history(int user) {
    return Histories.of(RATINGS, RATINGS.userIndex(user));
  }

  private static List<Long> titles(GroupMember member) {
    return member.viewer().history().entries().stream().map(History.Entry::titleId).toList();
  }
}
