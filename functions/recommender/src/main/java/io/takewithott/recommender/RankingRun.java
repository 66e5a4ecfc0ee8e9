package io.takewithott.recommender;

import io.takewithott.core.lambda.Budget;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.recommender.Audience.Member;
import io.takewithott.recommender.RankingStore.Found;
import io.takewithott.recommender.TrainReport.RankReport;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.score.Viewer;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ranks many users with a new model, the most recently active first, for as long as there is time.
 */
final class RankingRun {
  private static final Logger LOG = LoggerFactory.getLogger(RankingRun.class);

  /** Most of a thread's time is waiting for S3. */
  private static final int THREADS = 8;

  /** Time kept for the last writes and the report. */
  private static final Duration RESERVE = Duration.ofSeconds(10);

  private final RankingStore rankings;
  private final UserRefresh refresh;
  private final Budget budget;
  private final InstantSource clock;

  RankingRun(RankingStore rankings, UserRefresh refresh, Budget budget, InstantSource clock) {
    this.rankings = rankings;
    this.refresh = refresh;
    this.budget = budget;
    this.clock = clock;
  }

  RankReport rank(List<Member> members, RatingsSnapshot ratings, Ranker ranker) {
    List<Member> order =
        members.stream()
            .sorted(
                Comparator.comparingInt((Member member) -> activeAt(member, ratings))
                    .reversed()
                    .thenComparingLong(Member::userId))
            .toList();
    return forEach(order, member -> rank(member, ratings, ranker));
  }

  /**
   * Ranks users from the database: those whose history changed while a training ran. Their messages
   * may have come before there was a model, and are done.
   */
  RankReport catchUp(List<Member> changed, Ranker ranker) {
    return forEach(
        changed, member -> refresh.refresh(member.userId(), member.tasteVersion(), ranker));
  }

  private RankReport forEach(List<Member> order, Predicate<Member> ranked) {
    Progress progress = new Progress(order);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        workers.add(threads.submit(() -> work(progress, ranked)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException defect) {
      throw new IllegalStateException("A ranking thread ended", defect.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while ranking", stop);
    } finally {
      threads.shutdownNow();
    }
    return progress.report();
  }

  private void work(Progress progress, Predicate<Member> ranked) {
    while (budget.remaining().compareTo(RESERVE) > 0) {
      Optional<Member> member = progress.next();
      if (member.isEmpty()) {
        return;
      }
      try {
        boolean written = ranked.test(member.get());
        (written ? progress.written : progress.newerStood).incrementAndGet();
      } catch (RuntimeException failure) {
        progress.failed.incrementAndGet();
        LOG.atError().setCause(failure).log("user {} could not be ranked", member.get().userId());
      }
    }
  }

  /**
   * A user whose stored ranking is by this model already needs nothing, so that a run may be
   * repeated. One whose ranking knows more than this run read is ranked from the database instead,
   * so that they too get the new model.
   */
  private boolean rank(Member member, RatingsSnapshot ratings, Ranker ranker) {
    Found found = rankings.find(member.userId());
    if (found.suffices(member.tasteVersion(), ranker.modelVersion())) {
      return false;
    }
    History history = History.of(ratingsOf(member, ratings), member.picks(), member.unrated());
    Viewer viewer = new Viewer(history, member.highest(), member.dismissed());
    Ranking ranking = ranker.rank(member.userId(), member.tasteVersion(), viewer, clock.instant());
    Optional<Ranking> newer = rankings.write(ranking, found);
    return newer.isEmpty() || refresh.refresh(member.userId(), newer.get().tasteVersion(), ranker);
  }

  private static List<Entry> ratingsOf(Member member, RatingsSnapshot ratings) {
    int user = ratings.userIndex(member.userId());
    return user < 0 ? List.of() : Histories.ratings(ratings, user);
  }

  private static int activeAt(Member member, RatingsSnapshot ratings) {
    int latest = member.pickedAtEpochSeconds();
    int user = ratings.userIndex(member.userId());
    if (user >= 0) {
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        latest = Math.max(latest, ratings.ratedAtEpochSeconds(k));
      }
    }
    return latest;
  }

  /** What the threads share. */
  private static final class Progress {
    private final List<Member> order;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger newerStood = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    Progress(List<Member> order) {
      this.order = order;
    }

    Optional<Member> next() {
      int place = taken.getAndIncrement();
      return place < order.size() ? Optional.of(order.get(place)) : Optional.empty();
    }

    RankReport report() {
      int remaining = order.size() - written.get() - newerStood.get() - failed.get();
      return new RankReport(written.get(), newerStood.get(), failed.get(), remaining);
    }
  }
}
