package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** As whom the database is asked: what a secret of the form RDS gives it says. */
record LogIn(String username, String password) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nothing where the text is no JSON object with both members. */
  static Optional<LogIn> parse(String secret) {
    try {
      JsonNode members = JSON.readTree(secret);
      String username = members.path("username").asText();
      String password = members.path("password").asText();
      return username.isEmpty() || password.isEmpty()
          ? Optional.empty()
          : Optional.of(new LogIn(username, password));
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "LogIn[" + username + "]";
  }
}
