package io.takewithott.local.world.files;

import io.takewithott.local.world.Contents;
import io.takewithott.local.world.Title;
import io.takewithott.local.world.TitleLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The releases since 2014 (latest, 20M, 25M, 32M): comma separated, half stars up to five. */
final class MovieLensCsv implements Format {
  private static final String RATINGS = "ratings.csv";
  private static final String TITLES = "movies.csv";
  private static final String LINKS = "links.csv";

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
    return folder.has(LINKS) ? List.of(RATINGS, TITLES, LINKS) : List.of(RATINGS, TITLES);
  }

  /** A line that cannot be used says nothing of its title, and that is all. */
  @Override
  public List<TitleLink> links(Folder folder, Contents contents) {
    List<TitleLink> links = new ArrayList<>();
    if (folder.has(LINKS)) {
      Set<String> keys = contents.titles().stream().map(Title::key).collect(Collectors.toSet());
      Csv lines = new Csv(',', List.of("movieId", "imdbId", "tmdbId"));
      new Intake(folder)
          .lines(LINKS, Encoding.UTF_8, lines.to(fields -> link(fields, keys, links)));
    }
    return links;
  }

  private static void link(List<String> fields, Set<String> keys, List<TitleLink> links) {
    String key = Fields.key(fields.get(0));
    if (keys.contains(key) && !fields.get(1).isBlank()) {
      links.add(new TitleLink(key, "imdb", Fields.imdb(Fields.key(fields.get(1)))));
    }
    if (keys.contains(key) && !fields.get(2).isBlank()) {
      links.add(new TitleLink(key, "tmdb-film", Fields.key(fields.get(2))));
    }
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
