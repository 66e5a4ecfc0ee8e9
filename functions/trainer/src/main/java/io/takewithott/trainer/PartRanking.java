package io.takewithott.trainer;

import io.takewithott.recommender.Audience.Scope;
import io.takewithott.recommender.TrainReport.RankReport;
import io.takewithott.recommender.TrainingDesk;
import io.takewithott.recommender.UserRange;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.snapshot.PartsPointer;
import io.takewithott.recommender.snapshot.RatingsPart;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;

/**
 * Ranks the users of a task's parts, by the current model and the recommender's own code; who they
 * are each task asks the database for its own range of ids.
 */
record PartRanking(Settings settings, long[] firstUsers, Scope scope) implements Serializable {
  PartRanking(Settings settings, PartsPointer pointer, Scope scope) {
    this(settings, pointer.parts().stream().mapToLong(RatingsPart::fromUser).toArray(), scope);
  }

  Iterator<Count> rank(Iterator<PackedPart> parts) {
    TrainingDesk desk = settings.desk();
    Ranker ranker =
        desk.models()
            .pointer()
            .flatMap(desk.models()::load)
            .map(Ranker::new)
            .orElseThrow(() -> new IllegalStateException("The model was published and is gone"));
    RankReport all = RankReport.NOBODY;
    while (parts.hasNext()) {
      PackedPart part = parts.next();
      all = all.plus(desk.rank(scope, range(part.place()), part::ratings, ranker));
    }
    return List.of(Count.of(all)).iterator();
  }

  private UserRange range(int part) {
    long last = part + 1 < firstUsers.length ? firstUsers[part + 1] - 1 : Long.MAX_VALUE;
    return new UserRange(firstUsers[part], last);
  }

  /** A report as it can be sent. */
  record Count(int written, int newerStood, int failed, int remaining) implements Serializable {
    static Count of(RankReport report) {
      return new Count(report.written(), report.newerStood(), report.failed(), report.remaining());
    }

    RankReport report() {
      return new RankReport(written, newerStood, failed, remaining);
    }
  }
}
