package io.takewithott.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommentTest {
  private static final String TRACEPARENT =
      "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01";
  private static final int COMMENT_CHARACTERS = 74;

  @Test
  void aStatementEndsWithItsTrace() {
    assertThat(SqlComment.on("select 1", Optional.of(TRACEPARENT)))
        .isEqualTo(
            "select 1 /*traceparent='00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01'*/");
  }

  @Test
  void withoutATraceItIsAsItWas() {
    assertThat(SqlComment.on("select 1", Optional.empty())).isEqualTo("select 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01'*/; drop table users; /*",
        "'*/ drop table users --5759e988bd862e3fe1be46a994272793",
        "00-5759E988BD862E3FE1BE46A994272793-53995c3f42cd8ad8-01",
        "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01\n",
      })
  void whatIsNotDigitsNeverComesIn(String hostile) {
    assertThat(SqlComment.on("select 1", Optional.of(hostile))).isEqualTo("select 1");
  }

  @Test
  void aStatementNeverBecomesLongerThanTheDataApiTakes() {
    String longest = "x".repeat(SqlComment.LONGEST_STATEMENT - COMMENT_CHARACTERS);

    assertThat(SqlComment.on(longest, Optional.of(TRACEPARENT)).length())
        .isEqualTo(SqlComment.LONGEST_STATEMENT);
    assertThat(SqlComment.on(longest + "x", Optional.of(TRACEPARENT)).length())
        .isEqualTo(longest.length() + 1);
  }
}
