package io.takewithott.schema;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the newest schema. Every step is one transaction that takes a lock first, so
 * that of several migrators one applies it and the others find it applied; a step that fails leaves
 * nothing behind.
 */
public final class Migrator {
  private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

  private final Database database;
  private final List<Migration> migrations;

  public Migrator(Database database) {
    this(database, Migration.all());
  }

  Migrator(Database database, List<Migration> migrations) {
    this.database = database;
    this.migrations = migrations;
  }

  /**
   * @return the names of the steps applied now, none when the schema was up to date
   * @throws IllegalStateException when an applied step has been changed or is not known here; steps
   *     that come after the last known one are left alone, for a rollback meets them
   */
  public List<String> migrate() {
    database.inTransaction(this::createHistory);
    refuseUnknown();
    List<String> applied = new ArrayList<>();
    for (Migration migration : migrations) {
      if (database.inTransaction(statements -> apply(statements, migration))) {
        LOG.atInfo().addKeyValue("migration", migration.name()).log("migration applied");
        applied.add(migration.name());
      }
    }
    return applied;
  }

  private long createHistory(Statements statements) {
    SchemaLock.take(statements);
    return statements.write(
        Sql.of(
            """
            create table if not exists schema_history (
              name       text primary key,
              checksum   text not null,
              applied_at timestamptz not null default now()
            )
            """));
  }

  private void refuseUnknown() {
    List<String> names = migrations.stream().map(Migration::name).toList();
    for (Applied step :
        database.read(
            Sql.of("select name, checksum from schema_history order by name"), Applied.class)) {
      if (names.contains(step.name)) {
        continue;
      }
      if (step.name.compareTo(names.get(names.size() - 1)) > 0) {
        // A deployment is being rolled back; what a newer version added does no harm to this one.
        LOG.atWarn().addKeyValue("migration", step.name).log("the database is ahead");
      } else {
        throw new IllegalStateException(
            "The database has the step " + step.name + ", which this version does not know");
      }
    }
  }

  private boolean apply(Statements statements, Migration migration) {
    SchemaLock.take(statements);
    Optional<Applied> known =
        statements.readOne(
            Sql.of("select name, checksum from schema_history where name = :name")
                .bind("name", migration.name()),
            Applied.class);
    if (known.isPresent()) {
      refuseChanged(migration, known.get());
      return false;
    }
    migration.statements().forEach(statement -> statements.write(Sql.of(statement)));
    statements.write(
        Sql.of("insert into schema_history (name, checksum) values (:name, :checksum)")
            .bind("name", migration.name())
            .bind("checksum", migration.checksum()));
    return true;
  }

  private static void refuseChanged(Migration migration, Applied known) {
    if (!known.checksum.equals(migration.checksum())) {
      throw new IllegalStateException(
          "The step "
              + migration.name()
              + " was changed after it had been applied: put it back and add a new step");
    }
  }

  record Applied(String name, String checksum) {}
}
