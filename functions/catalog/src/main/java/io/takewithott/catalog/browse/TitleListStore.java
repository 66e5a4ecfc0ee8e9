package io.takewithott.catalog.browse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.takewithott.catalog.title.CardColumns;
import io.takewithott.catalog.title.TitleCard;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Pages of titles in the database. One call: the page's ids over the order's index first, then
 * everything about them.
 */
public final class TitleListStore {
  private final Database database;

  public TitleListStore(Database database) {
    this.database = database;
  }

  /** At most so many titles behind the start, in order. */
  List<Listed> page(
      TitleFilter filter, TitleSort sort, Optional<PageStart> start, int limit, LocalDate today) {
    Conditions conditions = Conditions.of(filter, today);
    start.ifPresent(
        from ->
            conditions.add(
                sort.behind(),
                sql -> sql.bind("startKey", from.key()).bind("startId", from.titleId())));
    String text =
        "select cast("
            + sort.key()
            + " as text) as sort_key, "
            + CardColumns.CARD
            + "from (select t.title_id from titles t join title_stats s on s.title_id = t.title_id"
            + conditions.where()
            + " order by "
            + sort.order()
            + " limit :limit) page"
            + " join titles t on t.title_id = page.title_id"
            + " join title_stats s on s.title_id = t.title_id order by "
            + sort.order();
    return database.read(conditions.bind(Sql.of(text)).bind("limit", limit), Listed.class);
  }

  /** A card, with its key in the list's order. */
  record Listed(String sortKey, @JsonUnwrapped TitleCard card) {
    PageStart place() {
      return new PageStart(sortKey, card.titleId());
    }
  }
}
