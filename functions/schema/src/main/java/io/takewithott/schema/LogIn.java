package io.takewithott.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * As whom functions log in, as the secret says in the form that the Data API reads.
 *
 * @param username one that stands for functions and for nobody else, the master least of all
 */
record LogIn(String username, String password) {
  private static final Pattern USERNAME = Pattern.compile("takewithott_app_[a-z0-9]{1,16}");
  private static final int SHORTEST_PASSWORD = 32;

  /**
   * @throws IllegalStateException when the text is not of that form; without any of it
   */
  static LogIn parse(String secret) {
    JsonNode members;
    try {
      members = Json.tree(secret.getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException malformed) {
      throw new IllegalStateException("The secret of the functions' log-in is not JSON");
    }
    String username = members.path("username").asText();
    String password = members.path("password").asText();
    if (!USERNAME.matcher(username).matches()) {
      throw new IllegalStateException(
          "The secret of the functions' log-in needs a username of the form " + USERNAME);
    }
    if (password.length() < SHORTEST_PASSWORD) {
      throw new IllegalStateException(
          "The secret of the functions' log-in needs a password of at least "
              + SHORTEST_PASSWORD
              + " letters");
    }
    return new LogIn(username, password);
  }

  @Override
  public String toString() {
    return "LogIn[" + username + "]";
  }
}
