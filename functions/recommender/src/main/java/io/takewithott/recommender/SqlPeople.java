package io.takewithott.recommender;

import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import io.takewithott.recommender.SqlCatalogue.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of all people over the Data API; a page is at most 900 KB, usually a tenth of that. */
final class SqlPeople {
  private static final int PEOPLE_A_PAGE = 2000;
  private static final int LONGEST_NAME = 60;

  /** Ten million people. */
  private static final int MOST_PAGES = 5000;

  private static final String PAGE =
      """
      select person_id, left(name, :longest::integer) as name, left(original_name, :longest::integer) as original_name
      from people where person_id > :after
      order by person_id limit :pageSize
      """;

  private final Statements database;

  SqlPeople(Statements database) {
    this.database = database;
  }

  Map<Long, Person> all() {
    Map<Long, Person> all = new HashMap<>();
    long after = Long.MIN_VALUE;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<Row> next =
          database.read(
              Sql.of(PAGE)
                  .bind("after", after)
                  .bind("longest", LONGEST_NAME)
                  .bind("pageSize", PEOPLE_A_PAGE),
              Row.class);
      next.forEach(row -> all.put(row.personId(), new Person(row.name(), row.originalName())));
      if (next.size() < PEOPLE_A_PAGE) {
        return all;
      }
      after = next.get(next.size() - 1).personId();
    }
    throw new IllegalStateException(
        "There are more than " + (long) MOST_PAGES * PEOPLE_A_PAGE + " people");
  }

  record Row(long personId, String name, String originalName) {}
}
