package io.takewithott.local.world.files;

import io.takewithott.local.world.Contents;
import io.takewithott.local.world.TitleLink;
import java.util.List;

/** Ratings gathered from tweets: double colons, IMDb numbers, 0 to 10. */
final class MovieTweetings implements Format {

  @Override
  public String name() {
    return "MovieTweetings";
  }

  @Override
  public String shape() {
    return "ratings.dat and movies.dat with IMDb numbers and ratings of 0 to 10";
  }

  @Override
  public boolean recognises(Folder folder) {
    return DoubleColonFiles.areIn(folder) && DoubleColonFiles.areTweeted(folder);
  }

  @Override
  public List<String> files(Folder folder) {
    return List.of(DoubleColonFiles.RATINGS, DoubleColonFiles.TITLES);
  }

  /** Its own numbers are IMDb's, there at least seven digits long. */
  @Override
  public List<TitleLink> links(Folder folder, Contents contents) {
    return contents.titles().stream()
        .map(title -> new TitleLink(title.key(), "imdb", Fields.imdb(title.key())))
        .toList();
  }

  @Override
  public void read(Folder folder, Intake intake) {
    DoubleColonFiles.read(intake, Encoding.UTF_8, Scale.TEN_POINTS_FROM_ZERO);
  }
}
