package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.lambda.Budget;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.recommender.Audience.Member;
import io.takewithott.recommender.Audience.Scope;
import io.takewithott.recommender.TrainReport.RankReport;
import io.takewithott.recommender.content.AgeRating;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.ModelStore;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsExport;
import io.takewithott.recommender.snapshot.RatingsSource;
import io.takewithott.recommender.storage.InMemoryBlobs;
import io.takewithott.recommender.storage.ScratchFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackRunTest {
  private static final Instant MORNING = Instant.parse("2026-11-03T07:00:00Z");
  private static final List<Member> MEMBERS =
      LongStream.rangeClosed(1, 20)
          .mapToObj(
              user -> new Member(user, 3, 0, List.of(), AgeRating.FROM_19, Set.of(), List.of()))
          .toList();

  /** Of the models and of the ratings: written before the first ranking. */
  private static final int POINTERS = 2;

  private static HybridModel older;
  private static HybridModel newer;

  private final Path folder;

  RollbackRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void train() {
    older = TwoTastes.model();
    newer =
        TwoTastes.trainer(TwoTastes.NOW.plus(Duration.ofDays(1)))
            .train(TwoTastes.ratings(), TwoTastes.catalogue());
  }

  @Test
  void everybodyIsRankedByTheModelBefore() {
    World world = new World();

    RollbackReport report = world.rollBack();

    assertThat(report.ranked()).isEqualTo(new RankReport(20, 0, 0, 0));
    assertThat(world.rankings().values())
        .hasSize(21)
        .allMatch(ranking -> ranking.modelVersion().equals(report.modelVersion()));
  }

  @Test
  void repeatedAfterItsRankingFailedItEndsInTheSameState() {
    World undisturbed = new World();
    RollbackReport expected = undisturbed.rollBack();

    for (int ranked : new int[] {0, 1, 7, 19, 20}) {
      World world = new World();
      world.blobs.failConditionalWritesAfter(POINTERS + ranked);
      assertThatThrownBy(world::rollBack).hasMessage("the process ended here");
      assertThat(world.rankings()).as("after %s rankings", ranked).hasSize(ranked);
      world.blobs.recover();
      world.now = MORNING.plusSeconds(3600);

      RollbackReport repeated = world.rollBack();

      assertThat(repeated.from()).isEqualTo(expected.from());
      assertThat(repeated.modelVersion()).isEqualTo(expected.modelVersion());
      assertThat(repeated.ranked())
          .as("who was ranked before is passed over")
          .isEqualTo(new RankReport(20 - ranked, ranked, 0, 0));
      assertThat(world.titles()).isEqualTo(undisturbed.titles());
      assertThat(world.pointer()).isEqualTo(undisturbed.pointer());
    }
  }

  @Test
  void repeatedWhenTheDatabaseFailedItEndsInTheSameState() {
    World undisturbed = new World();
    undisturbed.rollBack();
    World world = new World();
    world.databaseIsDown = true;
    assertThatThrownBy(world::rollBack).hasMessage("the database is down");
    world.databaseIsDown = false;

    world.rollBack();

    assertThat(world.titles()).isEqualTo(undisturbed.titles());
    assertThat(world.pointer()).isEqualTo(undisturbed.pointer());
  }

  @Test
  void repeatedAfterItSucceededItChangesNothing() {
    World world = new World();
    RollbackReport once = world.rollBack();
    Map<Long, Ranking> before = world.rankings();
    world.now = MORNING.plusSeconds(3600);

    RollbackReport twice = world.rollBack();

    assertThat(twice.modelVersion()).isEqualTo(once.modelVersion());
    assertThat(twice.ranked()).isEqualTo(new RankReport(0, 20, 0, 0));
    world.rankings().remove(Ranking.EVERYBODY);
    before.remove(Ranking.EVERYBODY);
    assertThat(world.rankings()).containsAllEntriesOf(before);
  }

  /** Two models in a bucket, twenty members and no database. */
  private final class World {
    private final InMemoryBlobs blobs = new InMemoryBlobs();
    private final ModelStore models = new ModelStore(blobs, new ScratchFolder(folder));
    private final RankingStore rankings = new RankingStore(blobs);
    private Instant now = MORNING;
    private boolean databaseIsDown;
    private final RollbackRun run;

    World() {
      InstantSource clock = () -> now;
      RatingsExport export =
          new RatingsExport(new TwoTastesSource(), blobs, new ScratchFolder(folder), clock);
      UserRefresh refresh = new UserRefresh(user -> Optional.empty(), rankings, clock);
      RankingRun everybody =
          new RankingRun(rankings, refresh, new Budget(clock, Duration.ofMinutes(1)), clock);
      this.run =
          new RollbackRun(
              models,
              export,
              new RankingStage(this::members, rankings, everybody, model -> {}, clock),
              clock);
      export.refresh();
      models.publish(older, models.pointer());
      models.publish(newer, models.pointer());
    }

    RollbackReport rollBack() {
      return run.run("previous", Scope.ACTIVE);
    }

    private List<Member> members(Scope scope, UserRange range) {
      if (databaseIsDown) {
        throw new IllegalStateException("the database is down");
      }
      return MEMBERS;
    }

    Map<Long, Ranking> rankings() {
      Map<Long, Ranking> all = new TreeMap<>();
      for (long user = 0; user <= MEMBERS.size(); user++) {
        rankings.find(user).ranking().ifPresent(found -> all.put(found.userId(), found));
      }
      return all;
    }

    /** The rankings without the time they were made at. */
    Map<Long, List<Object>> titles() {
      Map<Long, List<Object>> all = new TreeMap<>();
      rankings()
          .forEach(
              (user, found) ->
                  all.put(user, List.of(found.modelVersion(), found.titles(), found.rows())));
      return all;
    }

    Object pointer() {
      return models.pointer().orElseThrow().pointer().orElseThrow();
    }
  }

  private static final class TwoTastesSource implements RatingsSource {
    @Override
    public Horizon horizon() {
      return new Horizon(1, 1);
    }

    @Override
    public RatingLog everything() {
      return TwoTastes.log();
    }

    @Override
    public RatingLog between(long firstUser, long lastUser) {
      return TwoTastes.log();
    }

    @Override
    public RatingLog changedSince(long transaction) {
      return new RatingLog();
    }
  }
}
