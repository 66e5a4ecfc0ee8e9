package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.Models;
import io.takewithott.recommender.model.Signal;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.TopTitles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LessonTest {
  private static final HybridModel MODEL = Models.large(2_000);
  private static final int[] TITLES = {7, 11, 500};

  private final HeldOut user = user(TITLES, Set.of(0, 1, 7, 1_999));
  private final Scores scores = new Scorer(MODEL).score(user.history());
  private final Lesson lesson = Lesson.of(MODEL, scores, user);

  @Test
  void itsTitlesAreTheFirstOfEverySignalAndSomeByChance() {
    for (Signal signal : List.of(Signal.WALK, Signal.FINE_TASTE, Signal.POPULARITY)) {
      TopTitles.first(
              60,
              MODEL.titleCount(),
              title -> !scores.known(title),
              title -> scores.signals().of(signal, title))
          .forEach(scored -> assertThat(rows()).contains(row(scored.title())));
    }
    assertThat(rows()).hasSizeBetween(3 * 60 + 40, 3 * 60 + 100);
  }

  @Test
  void whatTheUserHasIsNotInIt() {
    for (int title : TITLES) {
      assertThat(rows()).doesNotContain(row(title));
    }
  }

  /** Titles 0 and 1 are the most popular; 7 the user has, and 1,999 is the least popular. */
  @Test
  void whatWasLikedIsMarkedWhereItIsInIt() {
    int marked = 0;
    for (int k = 0; k < lesson.liked().length; k++) {
      List<Double> row = rows().get(k);
      boolean liked = row.equals(row(0)) || row.equals(row(1)) || row.equals(row(1_999));
      assertThat(lesson.liked()[k]).isEqualTo(liked);
      marked += liked ? 1 : 0;
    }
    assertThat(lesson.likes()).isEqualTo(marked).isBetween(2, 3);
  }

  @Test
  void theSameUserIsTaughtTheSame() {
    Lesson again = Lesson.of(MODEL, new Scorer(MODEL).score(user.history()), user);

    assertThat(again.signals()).isDeepEqualTo(lesson.signals());
    assertThat(again.liked()).isEqualTo(lesson.liked());
  }

  @Test
  void aHistoryIsAsLongAsWhatIsFoldedIn() {
    int[] many = new int[1_500];
    Arrays.setAll(many, k -> k);
    HeldOut much = user(many, Set.of(1_600));
    List<Entry> strange = new ArrayList<>(user.history().entries());
    strange.add(Entry.rated(99_999, 8, 1));
    HeldOut unknown = new HeldOut(new History(strange), TITLES, user.halfStars(), user.liked());

    assertThat(length(user)).isEqualTo(3);
    assertThat(length(much)).as("the latest thousand").isEqualTo(1_000);
    assertThat(length(unknown)).as("without what the model does not know").isEqualTo(3);
  }

  private static int length(HeldOut user) {
    return Lesson.of(MODEL, new Scorer(MODEL).score(user.history()), user).historyLength();
  }

  private List<List<Double>> rows() {
    return Arrays.stream(lesson.signals()).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }

  private List<Double> row(int title) {
    return Arrays.stream(Signal.values())
        .map(signal -> scores.signals().of(signal, title))
        .toList();
  }

  private static HeldOut user(int[] titles, Set<Integer> liked) {
    float[] halfStars = new float[titles.length];
    Arrays.fill(halfStars, 9);
    List<Entry> entries =
        Arrays.stream(titles).mapToObj(title -> Entry.rated(MODEL.titleId(title), 9, 1)).toList();
    return new HeldOut(new History(entries), titles, halfStars, liked);
  }
}
