package io.takewithott.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As an owner who is no superuser, for on Aurora nobody of ours is one. */
class RightsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final String MASTER_PASSWORD = "of the master, in this test alone";
  private static final String FIRST = "first-0123456789012345678901234567890123456789";
  private static final String SECOND = "second-0123456789012345678901234567890123456789";

  private String secretArn;

  record Name(String name) {}

  @BeforeAll
  static void applyTheSchemaAsItsOwner() {
    String database = DATABASE.texts("select current_database()").get(0);
    DATABASE.run(
        """
        -- Log-ins are the whole server's, and another test may have left some.
        do $$
        declare
          left_over text;
        begin
          for left_over in select rolname from pg_roles where rolname like 'takewithott\\_app\\_%%' loop
            execute format('drop role %%I', left_over);
          end loop;
        end
        $$;
        create role takewithott login createrole password '%s';
        alter database %s owner to takewithott;
        alter schema public owner to takewithott;
        -- As who makes a role gets by itself; in a test run another test may have made this one.
        grant takewithott_app to takewithott with admin option;
        """
            .formatted(MASTER_PASSWORD, database));
    new Migrator(master()).migrate();
  }

  @BeforeEach
  void beginWithTheFirstLogIn() {
    String first = TestDatabase.secret("takewithott_app_1", FIRST);
    secretArn = ENDPOINTS.secret("app", first);
    ENDPOINTS.changeSecret("app", first);
    ENDPOINTS.prepareSecret("app", first);
    rights().give();
  }

  @Test
  void functionsReadAndWriteRows() {
    assertThat(first().write(Sql.of("insert into services (service, name) values ('x', 'x')")))
        .isEqualTo(1);
    assertThat(first().write(Sql.of("update services set name = 'y' where service = 'x'")))
        .isEqualTo(1);
    assertThat(first().write(Sql.of("delete from services where service = 'x'"))).isEqualTo(1);
    first().write(Sql.of("analyze titles"));
  }

  @Test
  void functionsDoNothingElse() {
    for (String statement :
        List.of(
            "create table more (x int)",
            "create temporary table more (x int)",
            "create function more() returns int language sql as 'select 1'",
            "create role more",
            "drop table ratings",
            "alter table ratings add column more int",
            "truncate ratings",
            "alter table ledger_entries disable trigger all",
            "update ledger_entries set reason = 'paid'",
            "delete from ledger_postings",
            "update vault_reveals set version = 2",
            "delete from desk_actions",
            "select * from schema_history",
            "grant takewithott_app to takewithott",
            "set role takewithott",
            "set session_replication_role = replica",
            "alter role takewithott password 'mine'",
            "copy ratings to program 'true'",
            "select * from pg_authid",
            "select setval('titles_title_id_seq', 1)")) {
      assertThat(catchThrowable(() -> first().write(Sql.of(statement))))
          .as(statement)
          .isInstanceOf(DatabaseException.class)
          .rootCause()
          .hasMessageContaining("SQLState: 42501");
    }
  }

  @Test
  void everyTableThatMayOnlyGrowIsOneThatFunctionsMayNotChange() {
    List<String> growing =
        DATABASE.texts(
            """
            select distinct tgrelid::regclass::text from pg_trigger t join pg_proc p on p.oid = tgfoid
             where proname like 'refuse\\_change%' order by 1
            """);
    List<String> unchangeable =
        DATABASE.texts(
            """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
               and has_table_privilege('takewithott_app_1', oid, 'insert')
               and not has_table_privilege('takewithott_app_1', oid, 'update') order by 1
            """);

    assertThat(growing).hasSizeGreaterThan(3).isEqualTo(unchangeable);
  }

  @Test
  void whatIsNewerThanTheRightsIsCoveredByTheNextRun() {
    master()
        .write(Sql.of("create table newer (newer_id bigint generated always as identity, x int)"));
    Sql insert = Sql.of("insert into newer (x) values (1)");
    assertThatThrownBy(() -> first().write(insert)).isInstanceOf(DatabaseException.class);

    rights().give();

    assertThat(first().write(insert)).isEqualTo(1);
    master().write(Sql.of("drop table newer"));
  }

  @Test
  void aRunMoreChangesNothing() {
    String all =
        "select string_agg(relname || relacl::text, ',' order by relname) from pg_class where relnamespace = 'public'::regnamespace and relacl is not null";
    List<String> before = DATABASE.texts(all);

    assertThat(rights().give()).containsExactly("takewithott_app_1");

    assertThat(DATABASE.texts(all)).isEqualTo(before);
    assertThat(who(first())).isEqualTo("takewithott_app_1");
  }

  @Test
  void aPasswordIsChangedWithoutAMomentInWhichNobodyGetsIn() {
    String second = TestDatabase.secret("takewithott_app_2", SECOND);

    ENDPOINTS.prepareSecret("app", second);
    assertThat(rights().give()).containsExactly("takewithott_app_1", "takewithott_app_2");
    assertThat(who(first())).isEqualTo("takewithott_app_1");
    assertThat(who(second())).isEqualTo("takewithott_app_2");

    ENDPOINTS.changeSecret("app", second);
    assertThat(who(first())).isEqualTo("takewithott_app_1");

    assertThat(rights().give()).containsExactly("takewithott_app_2");
    assertThat(who(second())).isEqualTo("takewithott_app_2");
    assertThat(
            DATABASE.texts(
                "select rolname from pg_roles where rolcanlogin and rolname like '%_app_%'"))
        .containsExactly("takewithott_app_2");
  }

  @Test
  void theNextLogInMayNotLockOutTheOneInUse() {
    ENDPOINTS.prepareSecret("app", TestDatabase.secret("takewithott_app_1", SECOND));

    assertThatThrownBy(() -> rights().give())
        .hasMessage("The next log-in is takewithott_app_1 as well: it needs another username");
    assertThatCode(() -> who(first())).doesNotThrowAnyException();
  }

  @Test
  void thePasswordIsKeptAsAVerifier() {
    assertThat(
            DATABASE.texts("select rolpassword from pg_authid where rolname = 'takewithott_app_1'"))
        .singleElement()
        .asString()
        .startsWith("SCRAM-SHA-256$4096:")
        .doesNotContain(FIRST);
  }

  private static String who(Database database) {
    return database
        .readOne(Sql.of("select current_user::text as name"), Name.class)
        .orElseThrow()
        .name();
  }

  private static Database master() {
    return DATABASE.databaseAs("takewithott", MASTER_PASSWORD);
  }

  private static Database first() {
    return DATABASE.databaseAs("takewithott_app_1", FIRST);
  }

  private static Database second() {
    return DATABASE.databaseAs("takewithott_app_2", SECOND);
  }

  private Rights rights() {
    Secrets secrets =
        Environment.of(ENDPOINTS.environment())
            .read(
                settings -> {
                  ENDPOINTS.environment().keySet().forEach(settings::optional);
                  return new CloudClients(CloudConfig.from(settings))
                      .secrets(InstantSource.system());
                });
    return new Rights(master(), new LogInSecret(secrets, secretArn), new Random(7));
  }
}
