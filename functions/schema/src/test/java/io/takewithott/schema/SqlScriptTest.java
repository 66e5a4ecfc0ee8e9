package io.takewithott.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
  @Test
  void semicolonsEndStatementsOnlyOutsideOfTextAndComments() {
    assertThat(
            SqlScript.statements(
                """
                -- one; two
                select 'a;b', "c;d" /* e;
                f */ from t;
                create function f() returns void as $x$ begin; $$;$$ end; $x$;
                select 'it''s; fine'
                """))
        .containsExactly(
            "select 'a;b', \"c;d\"  from t",
            "create function f() returns void as $x$ begin; $$;$$ end; $x$",
            "select 'it''s; fine'");
  }

  @Test
  void aScriptOfNothingHasNoStatements() {
    assertThat(SqlScript.statements(" ; -- nothing\n ;")).isEmpty();
  }

  @Test
  void theTemplateNamesTheNewestMigrationSoThatADeploymentAppliesIt() throws IOException {
    List<Migration> all = Migration.all();
    String newest = all.get(all.size() - 1).name();

    assertThat(Files.readString(Checkout.root().resolve("template.yaml")))
        .contains("      Revision: " + newest + "\n");
  }

  @Test
  void everyMigrationFileIsInTheList() throws IOException {
    Path folder = Checkout.root().resolve("functions/schema/src/main/resources/migrations");
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".sql", "")).sorted().toList();
      assertThat(Migration.all()).extracting(Migration::name).isEqualTo(names);
    }
  }
}
