package io.takewithott.cloud.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every PostgreSQL type on its way out. Double quotes of JSON are written as single ones. */
final class ResultTypesTest {
  private static DataApiServer server;

  @BeforeAll
  static void start() {
    server = new DataApiServer();
    server.execute("create type mood as enum ('sad', 'glad')");
    server.execute("create domain score as int check (value > 0)");
    server.execute(
        "create table film (id serial primary key, title varchar(80) not null, rating numeric(3,1), tags text[])");
    server.execute("insert into film (title, rating, tags) values ('괴물', 8.5, '{a}')");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null::text                                    | {'isNull':true}",
        "true                                          | {'booleanValue':true}",
        "7::int2                                       | {'longValue':7}",
        "-7::int4                                      | {'longValue':-7}",
        "9223372036854775807::int8                     | {'longValue':9223372036854775807}",
        "7::score                                      | {'longValue':7}",
        "1.5::float8                                   | {'doubleValue':1.5}",
        "1.1::float4                                   | {'doubleValue':1.1}",
        "'NaN'::float8                                 | {'doubleValue':'NaN'}",
        "'-infinity'::float8                           | {'doubleValue':'-Infinity'}",
        "1.50::numeric                                 | {'stringValue':'1.50'}",
        "'한글 \"q\"'::text                            | {'stringValue':'한글 \\'q\\''}",
        "'x'::char(3)                                  | {'stringValue':'x  '}",
        "'n'::name                                     | {'stringValue':'n'}",
        "'2026-11-21'::date                            | {'stringValue':'2026-11-21'}",
        "'10:11:12.5'::time                            | {'stringValue':'10:11:12.5'}",
        "'2026-11-21 10:11:12.123456'::timestamp       | {'stringValue':'2026-11-21 10:11:12.123456'}",
        "'2026-11-21 10:11:12+09'::timestamptz         | {'stringValue':'2026-11-21 01:11:12'}",
        "'infinity'::timestamptz                       | {'stringValue':'infinity'}",
        "'0E984725-C51C-4BF4-9960-E1C80E27ABA0'::uuid  | {'stringValue':'0e984725-c51c-4bf4-9960-e1c80e27aba0'}",
        "'[1, 2]'::json                                | {'stringValue':'[1, 2]'}",
        "'[1,2]'::jsonb                                | {'stringValue':'[1, 2]'}",
        "'glad'::mood                                  | {'stringValue':'glad'}",
        "'127.0.0.1'::inet                             | {'stringValue':'127.0.0.1'}",
        "'10.0.0.0/8'::cidr                            | {'stringValue':'10.0.0.0/8'}",
        "42::oid                                       | {'stringValue':'42'}",
        "'\\x00ff'::bytea                              | {'blobValue':'AP8='}",
        "''::bytea                                     | {'blobValue':''}",
        "pg_sleep(0)                                   | {'stringValue':''}",
        "'{1,null,3}'::int[]                           | {'arrayValue':{'longValues':[1,null,3]}}",
        "'{1,2}'::int8[]                               | {'arrayValue':{'longValues':[1,2]}}",
        "'{1.5,1.1}'::float4[]                         | {'arrayValue':{'doubleValues':[1.5,1.1]}}",
        "'{t,f}'::bool[]                               | {'arrayValue':{'booleanValues':[true,false]}}",
        "'{a,한}'::text[]                              | {'arrayValue':{'stringValues':['a','한']}}",
        "'{1.50}'::numeric[]                           | {'arrayValue':{'stringValues':['1.50']}}",
        "'{sad}'::mood[]                               | {'arrayValue':{'stringValues':['sad']}}",
        "'{}'::text[]                                  | {'arrayValue':{'stringValues':[]}}",
        "'{0e984725-c51c-4bf4-9960-e1c80e27aba0}'::uuid[] | {'arrayValue':{'stringValues':['0e984725-c51c-4bf4-9960-e1c80e27aba0']}}",
      })
  void valueIsReturnedInItsField(String expression, String field) {
    assertThat(server.execute("select " + expression).body().at("/records/0/0").toString())
        .isEqualTo(field.replace("\\'", "\\\"").replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'1 day'::interval       | INTERVAL",
        "'1'::money              | MONEY",
        "point(1, 2)             | POINT",
        "int4range(1, 2)         | INT4RANGE",
        "row(1, 2)               | RECORD",
        "'101'::bit(3)           | BIT",
        "to_tsvector('a')        | TSVECTOR",
        "'{1 day}'::interval[]   | INTERVAL[]",
        "'{{1,2},{3,4}}'::int[]  | MULTIDIMENSIONAL ARRAY",
        "'{\"\\\\x00\"}'::bytea[]  | BYTEA[]",
      })
  void unsupportedTypeIsRefused(String expression, String typeName) {
    assertThat(server.execute("select " + expression).refusal())
        .isEqualTo(
            "400 UnsupportedResultException: The result contains the unsupported data type "
                + typeName
                + ".");
  }

  @Test
  void timestampIsInUtcWhateverTheSessionsZone() {
    String id = server.post("/BeginTransaction", "").body().path("transactionId").asText();
    String member = "'transactionId': '" + id + "'";
    server.execute("set time zone 'Asia/Kolkata'", member);
    assertThat(
            server
                .execute("select '2026-11-21 10:11:12.5+00'::timestamptz", member)
                .body()
                .at("/records/0/0/stringValue")
                .asText())
        .isEqualTo("2026-11-21 10:11:12.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12345678901::int8   | {'stringValue':'12345678901'}",
        "3.00::numeric       | {'longValue':3}",
        "3.25::numeric       | {'doubleValue':3.25}",
        "1e30::numeric       | {'doubleValue':1.0E30}",
      })
  void returnTypesFollowTheOptions(String expression, String field) {
    assertThat(
            server
                .execute(
                    "select " + expression,
                    "'resultSetOptions': {'decimalReturnType': 'DOUBLE_OR_LONG', 'longReturnType': 'STRING'}")
                .body()
                .at("/records/0/0")
                .toString())
        .isEqualTo(field.replace('\'', '"'));
  }

  @Test
  void selectHasRecordsAndNoMetadataUnlessAsked() {
    assertThat(server.execute("select id, title from film").body().toString())
        .isEqualTo(
            json(
                "{'numberOfRecordsUpdated':0,'records':[[{'longValue':1},{'stringValue':'괴물'}]]}"));
    assertThat(server.execute("select id from film where false").body().toString())
        .isEqualTo(json("{'numberOfRecordsUpdated':0,'records':[]}"));
  }

  @Test
  void metadataDescribesTheColumns() {
    assertThat(
            server
                .execute(
                    "select id, title as name, rating, tags, 1 + 1 as two from film",
                    "'includeResultMetadata': true")
                .body()
                .path("columnMetadata")
                .toString())
        .isEqualTo(
            json(
                "["
                    + "{'arrayBaseColumnType':0,'isAutoIncrement':true,'isCaseSensitive':false,'isCurrency':false,'isSigned':true,'label':'id','name':'id','nullable':0,'precision':10,'scale':0,'schemaName':'','tableName':'film','type':4,'typeName':'serial'},"
                    + "{'arrayBaseColumnType':0,'isAutoIncrement':false,'isCaseSensitive':true,'isCurrency':false,'isSigned':false,'label':'name','name':'title','nullable':0,'precision':80,'scale':0,'schemaName':'','tableName':'film','type':12,'typeName':'varchar'},"
                    + "{'arrayBaseColumnType':0,'isAutoIncrement':false,'isCaseSensitive':false,'isCurrency':false,'isSigned':true,'label':'rating','name':'rating','nullable':1,'precision':3,'scale':1,'schemaName':'','tableName':'film','type':2,'typeName':'numeric'},"
                    + "{'arrayBaseColumnType':12,'isAutoIncrement':false,'isCaseSensitive':true,'isCurrency':false,'isSigned':false,'label':'tags','name':'tags','nullable':1,'precision':2147483647,'scale':0,'schemaName':'','tableName':'film','type':2003,'typeName':'_text'},"
                    + "{'arrayBaseColumnType':0,'isAutoIncrement':false,'isCaseSensitive':false,'isCurrency':false,'isSigned':true,'label':'two','name':'two','nullable':2,'precision':10,'scale':0,'schemaName':'','tableName':'','type':4,'typeName':'int4'}"
                    + "]"));
  }

  @Test
  void jsonFormatIsOneStringOfObjects() {
    assertThat(
            server
                .execute(
                    "select id, title as name, rating, tags, null as gap, true as yes, '\\x00'::bytea as raw, now()::date - now()::date as days from film",
                    "'formatRecordsAs': 'JSON', 'includeResultMetadata': true")
                .body()
                .toString())
        .isEqualTo(
            json("{'numberOfRecordsUpdated':0,'formattedRecords':'")
                + "[{'id':1,'name':'괴물','rating':'8.5','tags':['a'],'gap':null,'yes':true,'raw':'AA==','days':0}]"
                    .replace("'", "\\\"")
                + "\"}");
  }

  @Test
  void jsonFormatFollowsTheOptions() {
    assertThat(
            server
                .execute(
                    "select 8.5::numeric as rating, 7 as id",
                    "'formatRecordsAs': 'JSON', 'resultSetOptions': {'decimalReturnType': 'DOUBLE_OR_LONG', 'longReturnType': 'STRING'}")
                .body()
                .path("formattedRecords")
                .asText())
        .isEqualTo(json("[{'rating':8.5,'id':'7'}]"));
  }

  @Test
  void jsonFormatIsIgnoredWhereNoRowsReturn() {
    assertThat(
            server
                .execute("update film set rating = 8.5 where false", "'formatRecordsAs': 'JSON'")
                .body()
                .toString())
        .isEqualTo(json("{'generatedFields':[],'numberOfRecordsUpdated':0}"));
  }

  @Test
  void returningGivesRecords() {
    assertThat(
            server
                .execute("update film set rating = 8.5 where id = 1 returning id")
                .body()
                .toString())
        .isEqualTo(json("{'numberOfRecordsUpdated':0,'records':[[{'longValue':1}]]}"));
  }

  private static String json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"');
  }
}
