package io.takewithott.local.world.files;

import java.util.List;

/** The releases of 2003 and 2009 (1M, 10M): double colons, one to five stars, later in halves. */
final class MovieLens1m implements Format {

  @Override
  public String name() {
    return "MovieLens 1M";
  }

  @Override
  public String shape() {
    return "ratings.dat and movies.dat with 1 to 5 stars";
  }

  @Override
  public boolean recognises(Folder folder) {
    return DoubleColonFiles.areIn(folder) && !DoubleColonFiles.areTweeted(folder);
  }

  @Override
  public List<String> files(Folder folder) {
    return List.of(DoubleColonFiles.RATINGS, DoubleColonFiles.TITLES);
  }

  @Override
  public void read(Folder folder, Intake intake) {
    DoubleColonFiles.read(intake, Encoding.LATIN_1_OR_UTF_8, Scale.FIVE_STARS);
  }
}
