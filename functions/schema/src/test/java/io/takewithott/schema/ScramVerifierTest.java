package io.takewithott.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class ScramVerifierTest {
  /** The salt, password and number of rounds of RFC 7677's example. */
  private static final byte[] SALT = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");

  @Test
  void theExampleOfTheStandardComesOutAsPostgresqlKeepsIt() {
    assertThat(ScramVerifier.of("pencil", SALT))
        .isEqualTo(
            "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=");
  }

  @Test
  void whatSaslprepMightChangeIsRefused() {
    for (String password : new String[] {"", "two words", "비밀번호", "tab\t"}) {
      assertThatThrownBy(() -> ScramVerifier.of(password, SALT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The password has letters outside of printable ASCII, or none at all");
    }
  }
}
