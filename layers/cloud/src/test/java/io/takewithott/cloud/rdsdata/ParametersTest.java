package io.takewithott.cloud.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of value on its way in. Double quotes of JSON are written as single ones. */
final class ParametersTest {
  private static DataApiServer server;

  @BeforeAll
  static void start() {
    server = new DataApiServer();
    server.execute(
        "create table item (id uuid, made date, at time, stamp timestamp, zoned timestamptz, price numeric, doc jsonb, flat json, raw bytea)");
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
        "{'booleanValue': true}         |                         | boolean           | true",
        "{'longValue': 7}               |                         | bigint            | 7",
        "{'doubleValue': 1.5}           |                         | double precision  | 1.5",
        "{'doubleValue': 2}             |                         | double precision  | 2",
        "{'doubleValue': 'NaN'}         |                         | double precision  | NaN",
        "{'stringValue': '한'}          |                         | character varying | 한",
        "{'stringValue': ''}            |                         | character varying | ''",
        "{'blobValue': 'AP8='}          |                         | bytea             | \\x00ff",
        "{'stringValue': '2026-11-21'}  | , 'typeHint':'DATE'     | date              | 2026-11-21",
        "{'stringValue': '10:11:12'}    | , 'typeHint':'TIME'     | time without time zone | 10:11:12",
        "{'stringValue': '10:11:12.5'}  | , 'typeHint':'TIME'     | time without time zone | 10:11:12.5",
        "{'stringValue': '2026-11-21 10:11:12.345'} | , 'typeHint':'TIMESTAMP' | timestamp without time zone | 2026-11-21 10:11:12.345",
        "{'stringValue': '-1.50'}       | , 'typeHint':'DECIMAL'  | numeric           | -1.50",
        "{'stringValue': '[1]'}         | , 'typeHint':'JSON'     | json              | [1]",
        "{'stringValue': '0E984725-c51c-4bf4-9960-e1c80e27aba0'} | , 'typeHint':'UUID' | uuid | 0e984725-c51c-4bf4-9960-e1c80e27aba0",
        "{'isNull': true}               | , 'typeHint':'UUID'     | uuid              | NULL",
        "{'isNull': true}               | , 'typeHint':'TIMESTAMP' | timestamp without time zone | NULL",
      })
  void valueArrivesWithItsType(String value, String hint, String type, String text) {
    DataApiServer.Answer answer =
        server.execute(
            "select pg_typeof(:x)::text, coalesce(:x::text, 'NULL')",
            "'parameters': [{'name': 'x', 'value': " + value + (hint == null ? "" : hint) + "}]");
    assertThat(answer.body().at("/records/0/0/stringValue").asText()).isEqualTo(type);
    assertThat(answer.body().at("/records/0/1/stringValue").asText())
        .isEqualTo(text.equals("''") ? "" : text);
  }

  @Test
  void hintedStringsFitTheirColumns() {
    assertThat(
            server
                .execute(
                    "insert into item values (:id, :made, :at, :stamp, :stamp, :price, :doc, :doc, :raw)",
                    "'parameters': ["
                        + "{'name':'id','value':{'stringValue':'0e984725-c51c-4bf4-9960-e1c80e27aba0'},'typeHint':'UUID'},"
                        + "{'name':'made','value':{'stringValue':'2026-11-21'},'typeHint':'DATE'},"
                        + "{'name':'at','value':{'stringValue':'10:11:12'},'typeHint':'TIME'},"
                        + "{'name':'stamp','value':{'stringValue':'2026-11-21 10:11:12'},'typeHint':'TIMESTAMP'},"
                        + "{'name':'price','value':{'stringValue':'9900'},'typeHint':'DECIMAL'},"
                        + "{'name':'doc','value':{'stringValue':'[1,2]'},'typeHint':'JSON'},"
                        + "{'name':'raw','value':{'blobValue':'AAEC'}}]")
                .body()
                .path("numberOfRecordsUpdated")
                .asInt())
        .isEqualTo(1);
    assertThat(
            server
                .execute(
                    "select stamp::text || ' ' || zoned::text || ' ' || price || doc || flat from item where price = 9900")
                .body()
                .at("/records/0/0/stringValue")
                .asText())
        .isEqualTo("2026-11-21 10:11:12 2026-11-21 10:11:12+00 9900[1, 2][1,2]");
  }

  @Test
  void nullWithoutHintFitsEveryColumn() {
    String nothing = "{'isNull': true}";
    assertThat(
            server
                .execute(
                    "insert into item values (:x, :x, :x, :x, :x, :x, :x, :x, :x)",
                    "'parameters': [{'name': 'x', 'value': " + nothing + "}]")
                .status())
        .isEqualTo(200);
  }

  @Test
  void parameterThatNoPlaceholderNamesIsIgnored() {
    assertThat(
            server
                .execute("select 1", "'parameters': [{'name': 'x', 'value': {'longValue': 1}}]")
                .status())
        .isEqualTo(200);
  }

  @Test
  void operatorsOfQuestionMarksWork() {
    assertThat(
            server
                .execute(
                    "select '{\"a\": 1}'::jsonb ? :key, '{\"a\": 1}'::jsonb ?| array[:key, 'b'], '[1,2,3]'::text",
                    "'parameters': [{'name': 'key', 'value': {'stringValue': 'a'}}]")
                .body()
                .path("records")
                .toString())
        .isEqualTo(
            "[[{\"booleanValue\":true},{\"booleanValue\":true},{\"stringValue\":\"[1,2,3]\"}]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'y','value':{'longValue':1}}                 | BadRequestException: Cannot find parameter: x",
        "{'name':'x'}                                         | BadRequestException: Parameter \"x\" has value with no field set",
        "{'name':'x','value':{}}                              | BadRequestException: Parameter \"x\" has value with no field set",
        "{'name':'x','value':{'isNull':false}}                | BadRequestException: Parameter \"x\" has value with no field set",
        "{'name':'x','value':{'longValue':1,'isNull':true}}   | BadRequestException: Parameter \"x\" has value with more than one field set: longValue, isNull",
        "{'name':'x','value':{'dateValue':'2026-11-21'}}      | BadRequestException: Parameter \"x\" has value with unknown field dateValue",
        "{'name':'x','value':{'arrayValue':{'longValues':[1]}}} | BadRequestException: Array parameters are not supported.",
        "{'name':'x','value':{'longValue':'1'}}               | SerializationException: STRING can not be converted to a Long",
        "{'name':'x','value':{'longValue':1.5}}               | SerializationException: NUMBER can not be converted to a Long",
        "{'name':'x','value':{'longValue':9223372036854775808}} | SerializationException: NUMBER can not be converted to a Long",
        "{'name':'x','value':{'stringValue':1}}               | SerializationException: NUMBER can not be converted to a String",
        "{'name':'x','value':{'doubleValue':'1'}}             | SerializationException: STRING can not be converted to a Double",
        "{'name':'x','value':{'blobValue':'%'}}               | SerializationException: Blob is not valid base64",
        "{'name':'x','value':7}                               | SerializationException: Start of structure expected at 'parameters.1.member.value'",
        "{'value':{'longValue':1}}                            | ValidationException: 1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
        "{'name':'x','value':{'stringValue':'1'},'typeHint':'DAY'} | ValidationException: 1 validation error detected: Value 'DAY' at 'typeHint' failed to satisfy constraint: Member must satisfy enum value set: [DATE, DECIMAL, JSON, TIME, TIMESTAMP, UUID]",
        "{'name':'x','value':{'longValue':1},'typeHint':'DECIMAL'} | BadRequestException: Parameter \"x\" has type hint DECIMAL, which only a stringValue can have",
        "{'name':'x','value':{'stringValue':'21.11.2026'},'typeHint':'DATE'} | BadRequestException: Parameter \"x\" has type hint DATE but its value is not in the accepted format YYYY-MM-DD",
        "{'name':'x','value':{'stringValue':'10:11'},'typeHint':'TIME'} | BadRequestException: Parameter \"x\" has type hint TIME but its value is not in the accepted format HH:MM:SS[.FFF]",
        "{'name':'x','value':{'stringValue':'2026-11-21T10:11:12Z'},'typeHint':'TIMESTAMP'} | BadRequestException: Parameter \"x\" has type hint TIMESTAMP but its value is not in the accepted format YYYY-MM-DD HH:MM:SS[.FFF]",
        "{'name':'x','value':{'stringValue':'1,5'},'typeHint':'DECIMAL'} | BadRequestException: Parameter \"x\" has type hint DECIMAL but its value is not in the accepted format a decimal number",
        "{'name':'x','value':{'stringValue':'7'},'typeHint':'UUID'} | DatabaseErrorException: ERROR: invalid input syntax for type uuid: \"7\"+Where: unnamed portal parameter $1 = '...'; SQLState: 22P02",
        "{'name':'x','value':{'stringValue':'{'},'typeHint':'JSON'} | DatabaseErrorException: ERROR: invalid input syntax for type json+Detail: The input string ended unexpectedly.+Where: JSON data, line 1: {+unnamed portal parameter $1 = '...'; SQLState: 22P02",
      })
  void badParameterIsRefused(String parameter, String refusal) {
    String statusless = server.execute("select :x", "'parameters': [" + parameter + "]").refusal();
    assertThat(statusless.replace("\n  ", "+").replace("\n", "+")).isEqualTo("400 " + refusal);
  }
}
