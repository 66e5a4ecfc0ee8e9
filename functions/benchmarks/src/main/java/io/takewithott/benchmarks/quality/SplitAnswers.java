package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.RankingExport;
import io.takewithott.benchmarks.RankingExport.Times;
import io.takewithott.benchmarks.RatingProtocol;
import io.takewithott.benchmarks.SplitFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Writes our answers to a split: a file for each protocol, as the independent scorer reads it. */
final class SplitAnswers {
  private final RankingExport rankings;
  private final RatingProtocol ratings;

  SplitAnswers(RankingExport rankings, RatingProtocol ratings) {
    this.rankings = rankings;
    this.ratings = ratings;
  }

  /** Answers how long the rankings took. */
  Map<Protocol, Times> write(Path split, Path out, Set<Protocol> protocols) throws Exception {
    Files.createDirectories(out);
    SplitFolder folder = new SplitFolder(split);
    Map<Protocol, Times> times = new EnumMap<>(Protocol.class);
    for (Protocol protocol : protocols) {
      Path file = out.resolve(protocol.fileName());
      switch (protocol) {
        case TOPN -> times.put(protocol, rankings.topn(folder, file));
        case COLD -> times.put(protocol, rankings.cold(folder, file));
        case RATING -> ratings.write(split, file);
      }
    }
    return times;
  }
}
