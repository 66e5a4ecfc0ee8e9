package io.takewithott.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.local.template.HttpRoute;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoutesTest {

  private final Routes routes =
      new Routes(
          Stream.of(
                  "$default",
                  "ANY /{proxy+}",
                  "GET /pets/{proxy+}",
                  "ANY /pets/dog/{id}",
                  "GET /pets/dog/{id}",
                  "GET /pets/dog/1",
                  "GET /pets/{kind}/1",
                  "GET /pets/dog/{proxy+}",
                  "GET /")
              .map(RoutesTest::route)
              .toList());

  private static Route route(String key) {
    String[] parts = key.equals("$default") ? new String[] {"ANY", key} : key.split(" ");
    return Route.of(new HttpRoute(parts[0], parts[1], Optional.empty()), "F");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /pets/dog/1,     GET /pets/dog/1",
    "POST,   /pets/dog/1,     ANY /pets/dog/{id}",
    "GET,    /pets/dog/2,     GET /pets/dog/{id}",
    "DELETE, /pets/dog/2,     ANY /pets/dog/{id}",
    "GET,    /pets/dog/2/3,   GET /pets/dog/{proxy+}",
    "GET,    /pets/cat/1,     GET /pets/{kind}/1",
    "GET,    /pets/cat/2,     GET /pets/{proxy+}",
    "POST,   /pets/cat/2,     ANY /{proxy+}",
    "GET,    /pets/dog%2F1,   GET /pets/{proxy+}",
    "GET,    /pets/dog/%31,   GET /pets/dog/1",
    "GET,    /,               GET /",
    "POST,   /,               $default",
    "GET,    /pets/dog/,      GET /pets/{proxy+}",
  })
  void mostSpecificRouteWins(String method, String path, String key) {
    assertThat(routes.find(method, path))
        .map(match -> match.route().definition().key())
        .contains(key);
  }
}
