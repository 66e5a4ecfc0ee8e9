package io.takewithott.cloud.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamedParametersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "select :a                                  ~ select ?                                  ~ a",
        "select :a, :b, :a                          ~ select ?, ?, ?                            ~ a b a",
        "select :이름                               ~ select ?                                  ~ 이름",
        "select :1, :2                              ~ select ?, ?                               ~ 1 2",
        "select :id::uuid                           ~ select ?::uuid                            ~ id",
        "select a::text, 'x' ::text                 ~ select a::text, 'x' ::text                ~ ",
        "call f(a := :b)                            ~ call f(a := ?)                            ~ b",
        "select ':a'                                ~ select ':a'                               ~ ",
        "select 'it''s :a', :b                      ~ select 'it''s :a', ?                      ~ b",
        "select E'it\\'s :a', :b                    ~ select E'it\\'s :a', ?                    ~ b",
        "select e'\\\\', :b                         ~ select e'\\\\', ?                         ~ b",
        "select 'c:\\', :b                          ~ select 'c:\\', ?                          ~ b",
        "select type'x\\', :b                       ~ select type'x\\', ?                       ~ b",
        "select \"a:b\" , :b                        ~ select \"a:b\" , ?                        ~ b",
        "select \"a\"\":b\" , :b                    ~ select \"a\"\":b\" , ?                    ~ b",
        "select 1 -- :a 'x                          ~ select 1 -- :a 'x                         ~ ",
        "select 1 /* :a /* ' */ :b */ , :c          ~ select 1 /* :a /* ' */ :b */ , ?          ~ c",
        "select $$:a ' $$ , :b                      ~ select $$:a ' $$ , ?                      ~ b",
        "select $f$ :a $$ :b $f$ , :c               ~ select $f$ :a $$ :b $f$ , ?               ~ c",
        "select a$b$ :c                             ~ select a$b$ ?                             ~ c",
        "select a[1:2], a[:2], a[1:], a[:]          ~ select a[1:2], a[:2], a[1:], a[:]         ~ ",
        "select a[lo:hi], f(x)[i:3], \"a\"[1 : n]   ~ select a[lo:hi], f(x)[i:3], \"a\"[1 : n]  ~ ",
        "select a[:i], a[:lo : :hi]                 ~ select a[?], a[? : ?]                     ~ i lo hi",
        "select array[:1, :2], ARRAY [:a]           ~ select array[?, ?], ARRAY [?]             ~ 1 2 a",
        "select unnest(array[:ids])                 ~ select unnest(array[?])                   ~ ids",
        "select j ? 'a', j ?| :a, j ?& :b           ~ select j ?? 'a', j ??| ?, j ??& ?         ~ a b",
        "select '?', \"?\" , $$?$$                  ~ select '?', \"?\" , $$?$$                 ~ ",
        "select 1 : a, 2 :                          ~ select 1 : a, 2 :                         ~ ",
        "select j->>:key, -:n, :a||:b               ~ select j->>?, -?, ?||?                    ~ key n a b",
        "select 'open :a                            ~ select 'open :a                           ~ ",
        "select /* open :a                          ~ select /* open :a                         ~ ",
        "select $x$ open :a                         ~ select $x$ open :a                        ~ ",
      })
  void placeholdersAreFoundWhereTheyAre(String sql, String jdbcSql, String names) {
    NamedParameters parsed = NamedParameters.parse(sql);
    assertThat(parsed.jdbcSql()).isEqualTo(jdbcSql);
    assertThat(String.join(" ", parsed.names())).isEqualTo(names == null ? "" : names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "                                           | 0 | false",
        "-- nothing                                 | 0 | false",
        "select 1                                   | 1 | false",
        "select 1;                                  | 1 | true",
        "select 1; ;; -- end                        | 1 | true",
        "select 1; select 2                         | 2 | false",
        "select ';'; /* ; */                        | 1 | true",
        "do $$ begin; end $$                        | 1 | false",
        "create function f() returns int begin atomic select 1; select case when true then 1 end; end; | 1 | true",
        "create function f() returns int begin atomic select 1; end; drop function f | 2 | false",
        "begin; commit                              | 2 | false",
      })
  void statementsAreCounted(String sql, int statements, boolean terminated) {
    NamedParameters parsed = NamedParameters.parse(sql == null ? "" : sql);
    assertThat(parsed.statements()).isEqualTo(statements);
    assertThat(parsed.terminated()).isEqualTo(terminated);
  }

  @Test
  void piecesSurroundTheNames() {
    NamedParameters parsed = NamedParameters.parse("select :a, ':b', :c");
    assertThat(parsed.pieces()).containsExactly("select ", ", ':b', ", "");
    assertThat(parsed.names()).containsExactly("a", "c");
  }

  @Property(tries = 2000)
  void anyTextIsKept(@ForAll("hostileText") String sql) {
    assertThat(joined(NamedParameters.parse(sql))).isEqualTo(sql);
  }

  @Property(tries = 2000)
  void onlyPlaceholdersOutsideOfTokensAreReplaced(@ForAll("fragments") List<Fragment> fragments) {
    String sql = String.join(" ", fragments.stream().map(Fragment::sql).toList());
    String expected = String.join(" ", fragments.stream().map(Fragment::jdbcSql).toList());
    NamedParameters parsed = NamedParameters.parse(sql);
    assertThat(parsed.jdbcSql()).isEqualTo(expected);
    assertThat(parsed.names())
        .isEqualTo(fragments.stream().flatMap(fragment -> fragment.names().stream()).toList());
    assertThat(joined(parsed)).isEqualTo(sql);
  }

  private static String joined(NamedParameters parsed) {
    StringBuilder all = new StringBuilder(parsed.pieces().get(0));
    for (int i = 0; i < parsed.names().size(); i++) {
      all.append(':').append(parsed.names().get(i)).append(parsed.pieces().get(i + 1));
    }
    return all.toString();
  }

  record Fragment(String sql, String jdbcSql, List<String> names) {
    static Fragment opaque(String sql) {
      return new Fragment(sql, sql, List.of());
    }
  }

  @Provide
  Arbitrary<String> hostileText() {
    return Arbitraries.strings().withChars("'\"$:;-/*\\?[]()eEaA1_ \n가").ofMaxLength(60);
  }

  @Provide
  Arbitrary<List<Fragment>> fragments() {
    Arbitrary<String> text = Arbitraries.strings().withChars("'\"$:;-?\\a1 가[]").ofMaxLength(12);
    Arbitrary<String> calm = Arbitraries.strings().withChars(":a1 ?;가").ofMaxLength(12);
    return Arbitraries.oneOf(
            Arbitraries.of("a::int", "x := 1", "b[1:2]", "c[lo:hi]", "(", ")", ",", "+", "a - 1")
                .map(Fragment::opaque),
            text.map(t -> Fragment.opaque("'" + t.replace("'", "''") + "'")),
            text.map(
                t -> Fragment.opaque("E'" + t.replace("\\", "\\\\").replace("'", "\\'") + "'")),
            text.map(t -> Fragment.opaque("\"" + t.replace("\"", "\"\"") + "\"")),
            text.map(t -> Fragment.opaque("$q_$" + t + "$q_$")),
            text.map(t -> Fragment.opaque("--" + t + "\n")),
            calm.map(t -> Fragment.opaque("/*" + t + "/*" + t + "*/" + t + "*/")),
            Arbitraries.of("?", "?|", "?&").map(t -> new Fragment(t, "?" + t, List.of())),
            Arbitraries.of("a", "b_1", "_c", "7", "이름")
                .map(name -> new Fragment(":" + name, "?", List.of(name))))
        .list()
        .ofMaxSize(12);
  }
}
