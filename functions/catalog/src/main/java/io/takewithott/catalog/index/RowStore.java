package io.takewithott.catalog.index;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the index is made of, read in pages that stay below the Data API's 1 MiB. */
public final class RowStore {
  private static final int LARGEST_PAGE_BYTES = 700_000;

  /** Rows a page at most; texts cut it shorter. */
  private static final int PAGE = 8000;

  /** Changes that are read one by one; where there are more, the index is made anew. */
  static final int CHANGES = 1500;

  /** How well known: of a title by its ratings, a hundred thousand or more being 1. */
  private static final String FAME =
      """
      least(1, ln(1 + (select count(*) from ratings r
                        where r.title_id = t.title_id and r.half_stars is not null)) / 11.5)::float8
      """;

  private static final String TITLE_ROW =
      """
      'title' as kind, t.title_id as id, 0::bigint as owner, left(t.title, 500) as text,
      left(t.original_title, 500) as second, left(t.english_title, 500) as third,
      (select left(string_agg(a.alias, chr(10) order by a.alias), 3000) from title_aliases a
        where a.title_id = t.title_id) as aliases,
      """
          + FAME
          + " as fame, t.changed_xid";

  /** A person is as well known as the titles are many. */
  private static final String PERSON_ROW =
      """
      'person' as kind, p.person_id as id, 0::bigint as owner, left(p.name, 500) as text,
      left(p.original_name, 500) as second,
      null::text as third, null::text as aliases,
      least(1, (select count(*) from credits c where c.person_id = p.person_id) / 20.0)::float8 as fame,
      p.changed_xid
      """;

  private static final String LINE_ROW =
      """
      'line' as kind, l.line_id as id, l.title_id as owner, left(l.line, 500) as text, null::text as second,
      null::text as third, null::text as aliases, 0::float8 as fame, l.changed_xid
      """;

  private static final String SUM_OF_BYTES =
      """
      sum(octet_length(to_json(text)::text) + coalesce(octet_length(to_json(second)::text), 0)
          + coalesce(octet_length(to_json(third)::text), 0)
          + coalesce(octet_length(to_json(aliases)::text), 0) + 140)
      """;

  /** Cuts a page where it would grow too large; a single row never does, its texts being cut. */
  private static final String PAGED =
      """
      select kind, id, owner, text, second, third, aliases, fame, changed_xid
        from (select page.*, %s over (order by id) as bytes from (%s) page) counted
       where bytes <= :bytes order by id
      """;

  private static final String CHANGED =
      """
      with changed_titles as (
        (select t.title_id from titles t where t.changed_xid >= :since order by t.changed_xid limit :most)
        union
        (select a.title_id from title_aliases a
          where a.changed_xid >= :since order by a.changed_xid limit :most)),
      found as (
        (select %s from titles t where t.title_id in (select c.title_id from changed_titles c))
        union all
        (select %s from people p where p.changed_xid >= :since order by p.changed_xid limit :most)
        union all
        (select %s from famous_lines l where l.changed_xid >= :since order by l.changed_xid limit :most)),
      counted as (
        select found.*, %s over (order by changed_xid, kind, id) as bytes,
               row_number() over (order by changed_xid, kind, id) as place from found)
      select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin,
             (select count(*) from found) as total,
             c.kind, c.id, c.owner, c.text, c.second, c.third, c.aliases, c.fame, c.changed_xid
        from (select 1) one
        left join counted c on c.bytes <= :bytes and c.place <= :most
       order by c.place
      """;

  private final Database database;

  public RowStore(Database database) {
    this.database = database;
  }

  /** The oldest transaction that still runs: what it writes, later readers have to ask for. */
  long watermark() {
    return database
        .readOne(
            Sql.of("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin"),
            Watermark.class)
        .orElseThrow()
        .xmin();
  }

  List<Row> titlesAfter(long id) {
    return page("select " + TITLE_ROW + " from titles t where t.title_id > :after order by 2", id);
  }

  List<Row> peopleAfter(long id) {
    return page(
        "select " + PERSON_ROW + " from people p where p.person_id > :after order by 2", id);
  }

  List<Row> linesAfter(long id) {
    return page(
        "select " + LINE_ROW + " from famous_lines l where l.line_id > :after order by 2", id);
  }

  private List<Row> page(String select, long after) {
    return database.read(
        Sql.of(PAGED.formatted(SUM_OF_BYTES, select + " limit " + PAGE))
            .bind("after", after)
            .bind("bytes", LARGEST_PAGE_BYTES),
        Row.class);
  }

  /**
   * Rows that transactions from this one on have written, oldest first, and the watermark to ask
   * from next time; in one call. An alias that came makes its title come.
   */
  Changes changesSince(long watermark) {
    List<ChangedRow> rows =
        database.read(
            Sql.of(CHANGED.formatted(TITLE_ROW, PERSON_ROW, LINE_ROW, SUM_OF_BYTES))
                .bind("since", watermark)
                .bind("most", CHANGES)
                .bind("bytes", LARGEST_PAGE_BYTES),
            ChangedRow.class);
    List<Row> found = rows.stream().filter(row -> row.kind() != null).map(ChangedRow::row).toList();
    return new Changes(rows.get(0).xmin(), found, found.size() == rows.get(0).total());
  }

  /**
   * @param complete whether these are all: else there are too many to be read one by one
   */
  record Changes(long watermark, List<Row> rows, boolean complete) {}

  /**
   * @param kind title, person or line
   * @param owner of a line its title
   * @param aliases one a line
   */
  record Row(
      String kind,
      long id,
      long owner,
      String text,
      @Nullable String second,
      @Nullable String third,
      @Nullable String aliases,
      double fame,
      long changedXid) {
    void addTo(SearchIndex.Builder index) {
      switch (kind) {
        case "title" -> addTitle(index);
        case "person" -> {
          index.name(NameField.PERSON, id, fame, text);
          addOther(index, NameField.PERSON_ORIGINAL, second);
        }
        default -> index.line(id, owner, text);
      }
    }

    private void addTitle(SearchIndex.Builder index) {
      index.name(NameField.TITLE, id, fame, text);
      addOther(index, NameField.ORIGINAL_TITLE, second);
      addOther(index, NameField.ENGLISH_TITLE, third);
      if (aliases != null) {
        aliases.lines().forEach(alias -> addOther(index, NameField.ALIAS, alias));
      }
    }

    private void addOther(SearchIndex.Builder index, NameField field, @Nullable String name) {
      if (name != null && !name.equals(text)) {
        index.name(field, id, fame, name);
      }
    }
  }

  record Watermark(long xmin) {}

  record ChangedRow(
      long xmin,
      long total,
      @Nullable String kind,
      @Nullable Long id,
      @Nullable Long owner,
      @Nullable String text,
      @Nullable String second,
      @Nullable String third,
      @Nullable String aliases,
      @Nullable Double fame,
      @Nullable Long changedXid) {
    Row row() {
      return new Row(
          kind == null ? "" : kind,
          id == null ? 0 : id,
          owner == null ? 0 : owner,
          text == null ? "" : text,
          second,
          third,
          aliases,
          fame == null ? 0 : fame,
          changedXid == null ? 0 : changedXid);
    }
  }
}
