package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.lambda.Budget;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.recommender.RefreshBatch.Message;
import io.takewithott.recommender.TasteStore.Taste;
import io.takewithott.recommender.content.AgeRating;
import io.takewithott.recommender.model.ModelStore;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.storage.InMemoryBlobs;
import io.takewithott.recommender.storage.OlderFiles;
import io.takewithott.recommender.storage.ScratchException;
import io.takewithott.recommender.storage.ScratchFolder;
import io.takewithott.recommender.train.Trainer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshBatchTest {
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final InstantSource clock = InstantSource.fixed(TwoTastes.NOW);
  private final Budget budget = new Budget(clock, Duration.ofMinutes(1));
  private final Map<Long, Taste> tastes = new HashMap<>();
  private final ModelStore models;
  private final RankingStore rankings = new RankingStore(blobs);
  private int reads;
  private final RefreshBatch batch;
  private boolean diskFull;

  RefreshBatchTest(@TempDir Path folder) {
    this.models =
        new ModelStore(
            blobs,
            (purpose, bytes) ->
                new ScratchFolder(diskFull ? folder.resolve("none") : folder).file(purpose, bytes));
    this.batch =
        new RefreshBatch(
            new CurrentModel(models), new UserRefresh(this::find, rankings, clock), budget, clock);
  }

  @Test
  void aChangedTasteBecomesARanking() {
    train();
    tastes.put(1000001L, taste(3, 101, 102));

    assertThat(batch.handle(List.of(message("a", 1000001, 3)))).isEmpty();

    Ranking ranking = rankings.find(1000001).ranking().orElseThrow();
    assertThat(ranking.tasteVersion()).isEqualTo(3);
    assertThat(ranking.titles().subList(0, 10))
        .extracting(RankedTitle::titleId)
        .allMatch(id -> id <= 140 && id > 102);
  }

  @Test
  void severalMessagesOfOneUserAreOneRead() {
    train();
    tastes.put(1000001L, taste(5, 101));

    batch.handle(
        List.of(message("a", 1000001, 3), message("b", 1000001, 5), message("c", 1000001, 4)));

    assertThat(reads).isEqualTo(1);
    assertThat(rankings.find(1000001).ranking().orElseThrow().tasteVersion()).isEqualTo(5);
  }

  @Test
  void aRankingThatKnowsTheChangeNeedsNoWork() {
    train();
    tastes.put(1000001L, taste(5, 101));
    batch.handle(List.of(message("a", 1000001, 5)));

    batch.handle(List.of(message("a", 1000001, 5), message("b", 1000001, 4)));

    assertThat(reads).isEqualTo(1);
  }

  @Test
  void aNewModelRanksAnewAndIsLoadedWhenItsPointerChanges() {
    train();
    tastes.put(1000001L, taste(5, 101));
    batch.handle(List.of(message("a", 1000001, 5)));
    Trainer nextDay = TwoTastes.trainer(TwoTastes.NOW.plus(Duration.ofDays(1)));
    models.publish(
        nextDay.train(TwoTastes.ratings(), new long[] {101, 102, 103}), models.pointer());

    batch.handle(List.of(message("b", 1000001, 5)));

    assertThat(rankings.find(1000001).ranking().orElseThrow().titles()).hasSize(2);
  }

  @Test
  void aMalformedMessageFailsAloneAndIsReported() {
    train();
    tastes.put(1000001L, taste(1, 101));

    List<String> failed =
        batch.handle(
            List.of(
                new Message("bad", "{", null),
                new Message("null", "null", null),
                new Message("nobody", "{\"userId\":0,\"tasteVersion\":1}", null),
                message("good", 1000001, 1)));

    assertThat(failed).containsExactly("bad", "null", "nobody");
    assertThat(rankings.find(1000001).ranking()).isPresent();
  }

  @Test
  void whatCannotBeReadNowIsDeliveredAgain() {
    train();

    assertThat(batch.handle(List.of(message("a", 13, 1), message("b", 13, 2))))
        .containsExactly("a", "b");
  }

  @Test
  void beforeTheFirstTrainingAMessageIsDone() {
    assertThat(batch.handle(List.of(message("a", 1000001, 1)))).isEmpty();
    assertThat(reads).isZero();
  }

  @Test
  void aModelOfAnOlderFormatIsNoModelYet() {
    OlderFiles.replaceByVersionOne(blobs, "models", "TWOMODEL");

    assertThat(batch.handle(List.of(message("a", 1000001, 1)))).isEmpty();
    assertThat(reads).isZero();

    train();
    tastes.put(1000001L, taste(2, 101));
    assertThat(batch.handle(List.of(message("b", 1000001, 2)))).isEmpty();
    assertThat(rankings.find(1000001).ranking()).isPresent();
  }

  @Test
  void aModelThatTheDiskHasNoRoomForLeavesTheOldOneInUse() {
    train();
    tastes.put(1000001L, taste(5, 101));
    batch.handle(List.of(message("a", 1000001, 5)));
    String old = rankings.find(1000001).ranking().orElseThrow().modelVersion();
    models.publish(
        TwoTastes.trainer(TwoTastes.NOW.plus(Duration.ofDays(1)))
            .train(TwoTastes.ratings(), TwoTastes.catalogue()),
        models.pointer());
    tastes.put(1000001L, taste(6, 101, 102));
    diskFull = true;

    assertThat(batch.handle(List.of(message("b", 1000001, 6)))).isEmpty();
    assertThat(rankings.find(1000001).ranking().orElseThrow().modelVersion()).isEqualTo(old);

    diskFull = false;
    batch.handle(List.of(message("c", 1000001, 6)));
    assertThat(rankings.find(1000001).ranking().orElseThrow().modelVersion()).isGreaterThan(old);
  }

  @Test
  void withoutRoomForAFirstModelMessagesAreDeliveredAgain() {
    train();
    diskFull = true;

    assertThatThrownBy(() -> batch.handle(List.of(message("a", 1000001, 1))))
        .isInstanceOf(ScratchException.class);
  }

  @Test
  void theRankingOfADeletedUserGoesToo() {
    train();
    tastes.put(1000001L, taste(1, 101));
    batch.handle(List.of(message("a", 1000001, 1)));
    tastes.clear();

    batch.handle(List.of(message("b", 1000001, 2)));

    assertThat(blobs.get(Ranking.key(1000001))).isEmpty();
  }

  @Test
  void aUserWithoutHistoryGetsThePopularityOrder() {
    train();
    tastes.put(1000001L, taste(1));

    batch.handle(List.of(message("a", 1000001, 1)));

    assertThat(rankings.find(1000001).ranking().orElseThrow().titles().get(0).shares().crowd())
        .isEqualTo(1);
  }

  @Test
  void withoutTimeTheRestIsDeliveredAgain() {
    train();
    tastes.put(1000001L, taste(1, 101));
    budget.begin(Duration.ofSeconds(1));

    assertThat(batch.handle(List.of(message("a", 1000001, 1)))).containsExactly("a");
  }

  private Optional<Taste> find(long userId) {
    if (userId == 13) {
      throw new IllegalStateException("the database is away");
    }
    reads++;
    return Optional.ofNullable(tastes.get(userId));
  }

  private void train() {
    models.publish(TwoTastes.model(), models.pointer());
  }

  private static Taste taste(long version, long... loved) {
    List<Entry> entries = Arrays.stream(loved).mapToObj(id -> Entry.rated(id, 10, 1)).toList();
    return new Taste(version, new History(entries), AgeRating.FROM_19, Set.of());
  }

  private static Message message(String id, long user, long version) {
    return new Message(id, "{\"userId\":" + user + ",\"tasteVersion\":" + version + "}", null);
  }
}
