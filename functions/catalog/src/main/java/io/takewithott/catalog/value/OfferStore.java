package io.takewithott.catalog.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.title.CardColumns;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Titles with the services that offer them, what those cost, and what the viewer gives on average:
 * all in one call, a row each, as JSON.
 */
public final class OfferStore {
  /**
   * What the viewer rated is collected first, by user: asked for title by title, the planner may
   * read everybody's ratings instead.
   */
  private static final String SHELF =
      """
      with viewer as materialized (
        select highest_age(u.age_band) as oldest
          from (select) as one left join users u on u.user_id = :userId),
      rated as materialized (
        select title_id, half_stars from ratings where user_id = :userId and half_stars is not null),
      wanted as (
        select unnest(string_to_array(:titleIds, ',')::bigint[]) as title_id
        union
        (select s.title_id
           from title_stats s
          where exists (select from title_offers o where o.title_id = s.title_id)
            and s.title_id not in (select title_id from rated)
          order by s.ratings desc, s.title_id limit :popular))
      select 'viewer' as kind, json_build_object('ratings', count(*),
               'stars', coalesce(sum(half_stars), 0) / 2.0)::text as row_json
        from rated
      union all
      select 'plan', json_build_object('plan', p.plan, 'service', p.service, 'serviceName', s.name, 'name', p.name,
               'monthlyWon', p.monthly_won, 'withAds', p.with_ads, 'basis', p.basis, 'asOf', p.as_of)::text
        from plans p join services s on s.service = p.service
       where p.withdrawn_on is null or p.withdrawn_on > :today
      union all
      select 'seat', json_build_object('plan', 'party-' || o.party_id, 'service', o.service, 'serviceName', s.name,
               'name', o.title, 'monthlyWon', o.monthly_won, 'withAds', o.with_ads, 'basis', 'party',
               'asOf', cast(:today as date), 'partyId', o.party_id)::text
        from (select q.*, row_number() over (partition by q.service order by q.monthly_won, q.party_id) as place
                from open_seats q
               where q.host_id <> :userId
                 and not exists (select from memberships m
                                  where m.party_id = q.party_id and m.user_id = :userId and m.state <> 'ended')) o
        join services s on s.service = o.service
       where o.place <= :seats
      union all
      select 'title', json_build_object('titleId', t.title_id, 'title', t.title, 'year', t.year,
               'ageRating', t.age_rating, 'esteemStars', s.esteem / 2000.0,
               'allowed', least_age(t.age_rating) <= (select oldest from viewer), 'rated', r.title_id is not null,
               'poster',
      """
          + CardColumns.POSTER.formatted("t")
          + """
            , 'services', coalesce((select json_agg(o.service order by o.service) from title_offers o
                                     where o.title_id = t.title_id), '[]'))::text
            from wanted w
            join titles t on t.title_id = w.title_id
            join title_stats s on s.title_id = t.title_id
            left join rated r on r.title_id = t.title_id
          """;

  /** The cheapest seats of each service; the list of parties has them all. */
  private static final int SEATS = 5;

  private final Database database;

  public OfferStore(Database database) {
    this.database = database;
  }

  /**
   * @param viewer 0 for nobody
   * @param popular so many popular titles, that the viewer has not rated, beside those named
   */
  public Shelf read(Collection<Long> titleIds, long viewer, int popular, LocalDate today) {
    List<Row> rows =
        database.read(
            Sql.of(SHELF)
                .bind("userId", viewer)
                .bindIds("titleIds", titleIds)
                .bind("popular", popular)
                .bind("seats", SEATS)
                .bind("today", today),
            Row.class);
    Taste taste = rows(rows, "viewer", Taste.class).stream().findFirst().orElse(Taste.NONE);
    return new Shelf(
        taste,
        rows(rows, "plan", Plan.class),
        rows(rows, "seat", Plan.class),
        rows(rows, "title", Title.class));
  }

  private static <T> List<T> rows(List<Row> rows, String kind, Class<T> type) {
    return rows.stream()
        .filter(row -> row.kind().equals(kind))
        .map(row -> Json.mapper().convertValue(row.row(), type))
        .toList();
  }

  record Row(String kind, JsonNode row) {}

  /**
   * What there is to choose from.
   *
   * @param seats in parties that the viewer could join now, as if each were a plan
   */
  public record Shelf(Taste taste, List<Plan> plans, List<Plan> seats, List<Title> titles) {}

  /** How many ratings the viewer gave, and how many stars together. */
  public record Taste(int ratings, double stars) {
    static final Taste NONE = new Taste(0, 0);
  }

  /**
   * A plan with its service's name.
   *
   * @param partyId of a seat
   */
  public record Plan(
      String plan,
      String service,
      String serviceName,
      String name,
      int monthlyWon,
      boolean withAds,
      String basis,
      LocalDate asOf,
      @Nullable Long partyId) {
    public PricedOffer offer() {
      return new PricedOffer(plan, service, name, monthlyWon, withAds);
    }
  }

  /**
   * @param esteemStars what it is worth to people in general
   * @param allowed whether it is for the viewer's age
   * @param rated whether the viewer knows it
   */
  public record Title(
      long titleId,
      String title,
      @Nullable Integer year,
      @Nullable String ageRating,
      double esteemStars,
      boolean allowed,
      boolean rated,
      String poster,
      List<String> services) {}
}
