package io.takewithott.local.world.files;

import java.util.List;

/** The releases since 2014 (latest, 20M, 25M, 32M): comma separated, half stars up to five. */
final class MovieLensCsv implements Format {
  private static final String RATINGS = "ratings.csv";
  private static final String TITLES = "movies.csv";

  @Override
  public String name() {
    return "MovieLens csv";
  }

  @Override
  public String shape() {
    return "ratings.csv and movies.csv";
  }

  @Override
  public boolean recognises(Folder folder) {
    return folder.hasAll(List.of(RATINGS, TITLES));
  }

  @Override
  public List<String> files(Folder folder) {
    return List.of(RATINGS, TITLES);
  }

  @Override
  public void read(Folder folder, Intake intake) {
    Csv titles = new Csv(',', List.of("movieId", "title", "genres"));
    Csv ratings = new Csv(',', List.of("userId", "movieId", "rating", "timestamp"));
    intake.lines(TITLES, Encoding.UTF_8, titles.to(fields -> title(fields, intake)));
    intake.lines(RATINGS, Encoding.UTF_8, ratings.to(fields -> rating(fields, intake)));
  }

  private static void title(List<String> fields, Intake intake) {
    String key = Fields.key(fields.get(0));
    ListedTitle listed = ListedTitle.parse(fields.get(1));
    intake.title(listed.as(key, null, intake.genres(Fields.split(fields.get(2), "|"))));
  }

  private static void rating(List<String> fields, Intake intake) {
    intake.rating(
        Fields.key(fields.get(0)),
        Fields.key(fields.get(1)),
        Scale.FIVE_STARS.halfStars(fields.get(2)),
        Fields.epochSeconds(fields.get(3)));
  }
}
