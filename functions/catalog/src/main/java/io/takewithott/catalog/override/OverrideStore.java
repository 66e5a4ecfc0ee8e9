package io.takewithott.catalog.override;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.LocalDate;

/** Overrides of availability in the database. Every method is one call. */
public final class OverrideStore {
  private static final String PUT =
      """
      insert into availability_overrides (title_id, service, available, source, as_of)
      select t.title_id, s.service, :available, :source, :asOf
        from titles t cross join services s
       where t.title_id = :titleId and s.service = :service
      on conflict (title_id, service) do update
        set available = excluded.available, source = excluded.source, as_of = excluded.as_of
      """;

  private final Database database;

  public OverrideStore(Database database) {
    this.database = database;
  }

  /** Answers whether there are such a title and such a service. */
  boolean put(long titleId, String service, boolean available, String source, LocalDate asOf) {
    return database.write(
            Sql.of(PUT)
                .bind("titleId", titleId)
                .bind("service", service)
                .bind("available", available)
                .bind("source", source)
                .bind("asOf", asOf))
        > 0;
  }

  /** From then on the imports are right again. */
  void remove(long titleId, String service) {
    database.write(
        Sql.of(
                "delete from availability_overrides where title_id = :titleId and service = :service")
            .bind("titleId", titleId)
            .bind("service", service));
  }
}
