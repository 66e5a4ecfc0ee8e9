package io.takewithott.catalog.picture;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a title's poster is made of, in the database. One call. */
public final class PosterStore {
  private static final String POSTER =
      """
      select t.title_id, left(t.title, 300) as title, t.year, t.poster_key, t.poster_path,
             (select g.genre from title_genres g where g.title_id = t.title_id
               order by g.position limit 1) as genre
        from titles t where t.title_id = :titleId
      """;

  private final Database database;

  public PosterStore(Database database) {
    this.database = database;
  }

  Optional<Subject> find(long titleId) {
    return database.readOne(Sql.of(POSTER).bind("titleId", titleId), Subject.class);
  }

  /**
   * @param posterKey an object of ours
   * @param posterPath where TMDB has it
   */
  record Subject(
      long titleId,
      String title,
      @Nullable Integer year,
      @Nullable String posterKey,
      @Nullable String posterPath,
      @Nullable String genre) {}
}
