package io.takewithott.benchmarks.speed;

import io.takewithott.benchmarks.SplitFolder;
import io.takewithott.benchmarks.report.ProgressBar;
import io.takewithott.benchmarks.synthetic.SyntheticWorld;
import io.takewithott.benchmarks.synthetic.WorldShape;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The ratings that speed is measured on: the training ratings of a split, or a synthetic world.
 *
 * @param name the split's folder, or the number of ratings of the synthetic world
 */
record SpeedWorld(String name, RatingsSnapshot ratings, long[] catalogue) {
  static SpeedWorld of(String name) throws IOException {
    if (Files.isDirectory(Path.of(name))) {
      SplitFolder.Ratings ratings = new SplitFolder(Path.of(name)).topn().ratings();
      return new SpeedWorld(name, ratings.snapshot(), ratings.catalogue());
    }
    WorldShape shape = WorldShape.ofRatings(Integer.parseInt(name));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    ProgressBar unseen =
        new ProgressBar(name, shape.users(), InstantSource.system(), nowhere, false);
    SyntheticWorld world = SyntheticWorld.of(shape, unseen);
    return new SpeedWorld(name, world.ratings(), world.catalogue());
  }
}
