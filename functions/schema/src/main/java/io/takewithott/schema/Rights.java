package io.takewithott.schema;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What functions may do in the database, and as whom they log in. The whole is one transaction;
 * doing it again changes nothing but the salt of a password.
 */
final class Rights {
  private static final Logger LOG = LoggerFactory.getLogger(Rights.class);
  private static final String SCRIPT = "/rights.sql";

  private static final String ADMIT =
      """
      do $$
      declare
        who text := current_setting('takewithott.log_in');
      begin
        if not exists (select from pg_roles where rolname = who) then
          execute format('create role %I', who);
        end if;
        execute format('alter role %I login password %L', who, current_setting('takewithott.verifier'));
        execute format('grant takewithott_app to %I', who);
      end
      $$
      """;

  private final Database database;
  private final LogInSecret secret;
  private final RandomGenerator random;

  Rights(Database database, LogInSecret secret, RandomGenerator random) {
    this.database = database;
    this.secret = secret;
    this.random = random;
  }

  /**
   * Gives the rights, lets in whom the secret names, and nobody else any more.
   *
   * @return who may log in
   */
  List<String> give() {
    List<LogIn> logIns = secret.logIns();
    List<String> script = SqlScript.statements(Resource.text(SCRIPT));
    List<String> names = logIns.stream().map(LogIn::username).toList();
    database.inTransaction(
        transaction -> {
          SchemaLock.take(transaction);
          script.forEach(statement -> transaction.write(Sql.of(statement)));
          logIns.forEach(logIn -> admit(transaction, logIn));
          shutOut(transaction, names);
          return names;
        });
    LOG.atInfo().addKeyValue("logIns", String.join(",", names)).log("rights given");
    return names;
  }

  /** Handed over as parameters, so that no statement's text says anything of a password. */
  private void admit(Statements transaction, LogIn logIn) {
    byte[] salt = new byte[ScramVerifier.SALT_BYTES];
    random.nextBytes(salt);
    transaction.read(
        Sql.of(
                """
                select set_config('takewithott.log_in', :name, true) as name
                  from set_config('takewithott.verifier', :verifier, true)
                """)
            .bind("name", logIn.username())
            .bind("verifier", ScramVerifier.of(logIn.password(), salt)),
        Role.class);
    transaction.write(Sql.of(ADMIT));
  }

  private static void shutOut(Statements transaction, List<String> names) {
    for (Role role :
        transaction.read(
            Sql.of(
                """
                select rolname::text as name from pg_roles
                 where rolname like 'takewithott\\_app\\_%' and rolcanlogin
                """),
            Role.class)) {
      if (!names.contains(role.name)) {
        transaction.write(Sql.of("alter role " + role.name + " nologin password null"));
        LOG.atInfo().addKeyValue("logIn", role.name).log("shut out");
      }
    }
  }

  record Role(String name) {}
}
