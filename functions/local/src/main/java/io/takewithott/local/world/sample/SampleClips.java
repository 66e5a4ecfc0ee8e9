package io.takewithott.local.world.sample;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The clips of the sample films: one for each mood, shared by all films of its genres. */
public final class SampleClips {
  private static final List<String> MOODS =
      List.of("action", "comedy", "drama", "fantasy", "romance", "thriller");

  private static final String GIVE =
      """
      insert into clips (title_id, kind, site, key, name, seconds, position)
      select t.title_id, 'sample', 'own',
             case when g.genre in ('action', 'adventure', 'sports', 'war', 'western') then 'action'
                  when g.genre in ('animation', 'comedy', 'family', 'music') then 'comedy'
                  when g.genre in ('fantasy', 'sf') then 'fantasy'
                  when g.genre in ('romance') then 'romance'
                  when g.genre in ('crime', 'horror', 'mystery', 'thriller') then 'thriller'
                  else 'drama' end || '.webm',
             'sample', 6, 9
        from titles t
        left join title_genres g on g.title_id = t.title_id and g.position = 1
       where t.source = :source
         and not exists (select from clips c where c.title_id = t.title_id and c.site = 'own')
      on conflict do nothing
      """;

  private final Database database;
  private final ObjectStore objects;

  public SampleClips(Database database, ObjectStore objects) {
    this.database = database;
    this.objects = objects;
  }

  /** Puts the files where clips are, and gives each sample film one; repeated it changes nothing. */
  public void load() {
    for (String mood : MOODS) {
      String file = mood + ".webm";
      objects.put("clips/" + file, resource("/world/clips/" + file), "video/webm");
    }
    database.write(Sql.of(GIVE).bind("source", SampleWorld.SOURCE));
  }

  private static byte[] resource(String name) {
    try (InputStream in = SampleClips.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
