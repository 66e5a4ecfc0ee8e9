package io.takewithott.catalog.browse;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What titles are sorted into: genres, and services with their plans. One call each. */
public final class ReferenceStore {
  private static final int MOST_GENRES = 200;
  private static final int MOST_SERVICES = 100;

  private static final String GENRES =
      """
      select genre, count(*) as titles from title_genres
       group by genre order by count(*) desc, genre limit :most
      """;

  private static final String SERVICES =
      """
      select v.service, v.name, coalesce(o.titles, 0) as titles, o.as_of::text as as_of,
        coalesce((select json_agg(json_build_object(
                    'plan', p.plan, 'name', p.name, 'english_name', p.english_name, 'monthly_won', p.monthly_won,
                    'seats', p.seats, 'streams', p.streams, 'resolution', p.resolution, 'with_ads', p.with_ads,
                    'household', p.household, 'extra_seats', p.extra_seats, 'extra_seat_won', p.extra_seat_won,
                    'basis', p.basis, 'source', p.source, 'as_of', p.as_of) order by p.monthly_won, p.plan)
                    from plans p
                   where p.service = v.service and (p.withdrawn_on is null or p.withdrawn_on > :today)),
                 '[]')::text as plans_json
        from services v
        left join (select service, count(*) as titles, max(as_of) as as_of from title_offers group by service) o
          on o.service = v.service
       order by coalesce(o.titles, 0) desc, v.service limit :most
      """;

  /** Twice an end of an index, however many titles there are. */
  private static final String SAMPLE =
      """
      select exists (select from titles where source = 'sample') as sampled,
             exists (select from titles where source < 'sample')
               or exists (select from titles where source > 'sample') as others
      """;

  private final Database database;

  public ReferenceStore(Database database) {
    this.database = database;
  }

  List<Genre> genres() {
    return database.read(Sql.of(GENRES).bind("most", MOST_GENRES), Genre.class);
  }

  List<Service> services(LocalDate today) {
    return database.read(
        Sql.of(SERVICES).bind("most", MOST_SERVICES).bind("today", today), Service.class);
  }

  Sample sample() {
    return database
        .readOne(Sql.of(SAMPLE), Sources.class)
        .map(found -> !found.sampled() ? Sample.NONE : found.others() ? Sample.SOME : Sample.ALL)
        .orElse(Sample.NONE);
  }

  /** How many of the titles are the sample world's. */
  enum Sample {
    ALL,
    SOME,
    NONE
  }

  private record Sources(boolean sampled, boolean others) {}

  record Genre(String genre, int titles) {}

  /**
   * @param asOf the latest day for which it is known what the service offers
   */
  record Service(
      String service, String name, int titles, @Nullable LocalDate asOf, List<Plan> plans) {}

  /**
   * @param household whether everybody must live under one roof
   * @param extraSeats paid seats for people elsewhere
   * @param basis how it is known: {@code official}, {@code report} or {@code memory}
   */
  record Plan(
      String plan,
      String name,
      String englishName,
      int monthlyWon,
      int seats,
      int streams,
      String resolution,
      boolean withAds,
      boolean household,
      int extraSeats,
      @Nullable Integer extraSeatWon,
      String basis,
      String source,
      LocalDate asOf) {}
}
