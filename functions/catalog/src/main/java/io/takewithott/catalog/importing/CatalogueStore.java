package io.takewithott.catalog.importing;

import io.takewithott.catalog.importing.Verdict.Outcome;
import io.takewithott.catalog.tmdb.FoundTitle;
import io.takewithott.catalog.tmdb.TitleFacts;
import io.takewithott.catalog.tmdb.TitleFacts.Clip;
import io.takewithott.catalog.tmdb.TitleFacts.Credit;
import io.takewithott.catalog.tmdb.TitleKey;
import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import io.takewithott.core.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Titles and what hangs on them, a batch at a time. */
final class CatalogueStore {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** What lies in the title's own row. */
  private static final Set<String> COLUMNS =
      Set.of(
          "title",
          "originalTitle",
          "englishTitle",
          "year",
          "releaseDate",
          "runtimeMinutes",
          "ageRating",
          "countries",
          "synopsis",
          "synopsisEnglish",
          "posterKey",
          "posterPath",
          "backdropPath");

  private static final List<String> TABLES =
      List.of(
          "titles",
          "title_stats",
          "title_links",
          "title_genres",
          "title_keywords",
          "credits",
          "people");

  /** Those of them that we have, as we have them. One call. */
  Map<TitleKey, KnownTitle> known(Statements database, List<Reading> readings) {
    List<Asked> asked = readings.stream().map(CatalogueStore::asked).toList();
    List<KnownTitle> rows =
        database.read(
            Sql.of(CatalogueSql.KNOWN).bindJson("rows", Json.text(asked)), KnownTitle.class);
    Map<TitleKey, KnownTitle> known = new HashMap<>();
    Set<Long> taken = new HashSet<>();
    Stream.concat(
            rows.stream().filter(KnownTitle::linked), rows.stream().filter(row -> !row.linked()))
        // A title of ours is only one of TMDB's, though two may look like it.
        .filter(row -> taken.add(row.titleId()))
        .forEach(row -> known.put(row.key(), row));
    return known;
  }

  /** Within a transaction; everything that the verdicts say. */
  void write(Statements transaction, List<Verdict> verdicts, Instant now) {
    List<TitleRow> rows =
        verdicts.stream()
            .filter(verdict -> verdict.facts() != null)
            .map(CatalogueStore::row)
            .toList();
    if (!rows.isEmpty()) {
      String json = Json.text(rows);
      transaction.write(Sql.of(CatalogueSql.ADD_TITLES).bindJson("rows", json));
      transaction.write(Sql.of(CatalogueSql.LINK).bindJson("rows", json));
      if (rows.stream().anyMatch(row -> row.titleId != null && row.columns)) {
        transaction.write(Sql.of(CatalogueSql.CHANGE_TITLES).bindJson("rows", json));
      }
      writeLists(transaction, rows, json, LocalDate.ofInstant(now, SEOUL));
    }
    List<CheckedRow> checked = verdicts.stream().map(CatalogueStore::checked).toList();
    transaction.write(
        Sql.of(CatalogueSql.CHECKED).bindJson("rows", Json.text(checked)).bindSeconds("now", now));
  }

  /** Else the first queries after a large import are planned for small tables. */
  void refreshStatistics(Statements database) {
    for (String table : TABLES) {
      database.write(Sql.of("analyze " + table));
    }
  }

  private static void writeLists(
      Statements transaction, List<TitleRow> rows, String json, LocalDate today) {
    if (rows.stream().anyMatch(row -> row.genres != null)) {
      writeAll(transaction, CatalogueSql.GENRES, json);
    }
    if (rows.stream().anyMatch(row -> row.keywords != null)) {
      writeAll(transaction, CatalogueSql.KEYWORDS, json);
    }
    if (rows.stream().anyMatch(row -> row.credits != null)) {
      writeAll(transaction, CatalogueSql.CREDITS, json);
    }
    if (rows.stream().anyMatch(row -> row.clips != null)) {
      writeAll(transaction, CatalogueSql.CLIPS, json);
    }
    if (rows.stream().anyMatch(row -> row.services != null)) {
      transaction.write(Sql.of(CatalogueSql.OFFERS.get(0)).bindJson("rows", json));
      transaction.write(
          Sql.of(CatalogueSql.OFFERS.get(1))
              .bindJson("rows", json)
              .bind("today", today)
              .bind("offerSource", CatalogueSql.OFFER_SOURCE));
    }
  }

  private static void writeAll(Statements transaction, List<String> statements, String json) {
    statements.forEach(sql -> transaction.write(Sql.of(sql).bindJson("rows", json)));
  }

  private static Asked asked(Reading reading) {
    FoundTitle found = reading.title();
    String kind = reading.key().kind().word();
    if (found == null) {
      return new Asked(kind, reading.key().tmdbId(), null, null, null, List.of());
    }
    TitleFacts facts = found.facts();
    List<String> directors =
        facts.credits().stream()
            .filter(credit -> credit.role().equals("director"))
            .flatMap(credit -> Stream.of(credit.name(), credit.original()))
            .distinct()
            .toList();
    return new Asked(
        kind,
        reading.key().tmdbId(),
        found.imdbId(),
        facts.originalTitle(),
        facts.year(),
        directors);
  }

  private static TitleRow row(Verdict verdict) {
    TitleFacts facts = Objects.requireNonNull(verdict.facts());
    boolean all = verdict.outcome() == Outcome.ADDED;
    List<String> fields = verdict.fields();
    return new TitleRow(
        verdict.key().kind().word(),
        verdict.key().tmdbId(),
        verdict.titleId(),
        verdict.imdbId(),
        all || fields.stream().anyMatch(COLUMNS::contains),
        facts.title(),
        facts.originalTitle(),
        facts.englishTitle(),
        facts.year(),
        facts.releaseDate(),
        facts.runtimeMinutes(),
        facts.ageRating(),
        facts.countries(),
        facts.synopsis(),
        facts.synopsisEnglish(),
        facts.posterKey(),
        facts.posterPath(),
        facts.backdropPath(),
        all || fields.contains("genres") ? facts.genres() : null,
        all || fields.contains("keywords") ? facts.keywords() : null,
        all || fields.contains("credits") ? facts.credits() : null,
        all || fields.contains("services") ? facts.services() : null,
        all || fields.contains("clips") ? facts.clips() : null);
  }

  private static CheckedRow checked(Verdict verdict) {
    return new CheckedRow(
        verdict.key().kind().word(), verdict.key().tmdbId(), verdict.gone(), verdict.reason());
  }

  /**
   * What a title of TMDB may be known by.
   *
   * @param directors by either name
   */
  record Asked(
      String kind,
      long id,
      @Nullable String imdb,
      @Nullable String original,
      @Nullable Integer year,
      List<String> directors) {}

  record CheckedRow(String kind, long id, boolean gone, @Nullable String failure) {}

  /**
   * @param columns whether the title's own row is to be written
   * @param genres null where they are to stay, as with every list here
   */
  record TitleRow(
      String kind,
      long id,
      @Nullable Long titleId,
      @Nullable String imdb,
      boolean columns,
      String title,
      String original,
      @Nullable String english,
      @Nullable Integer year,
      @Nullable String released,
      @Nullable Integer runtime,
      @Nullable String age,
      String countries,
      @Nullable String synopsis,
      @Nullable String synopsisEnglish,
      @Nullable String posterKey,
      @Nullable String posterPath,
      @Nullable String backdropPath,
      @Nullable List<String> genres,
      @Nullable List<String> keywords,
      @Nullable List<Credit> credits,
      @Nullable List<String> services,
      @Nullable List<Clip> clips) {}
}
