package io.takewithott.catalog.together;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.ranking.GroupStrategy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who watches, and by what order.
 *
 * @param people the caller first
 */
record TogetherRequest(List<Long> people, GroupStrategy strategy) {
  /** With the caller. Each costs a read of an object, one after the other. */
  static final int MOST_PEOPLE = 8;

  private static final Map<String, GroupStrategy> STRATEGIES =
      Map.of(
          "fair", GroupStrategy.FAIR,
          "average", GroupStrategy.AVERAGE,
          "least-misery", GroupStrategy.LEAST_MISERY);

  static TogetherRequest of(Request request) {
    Set<Long> people = new LinkedHashSet<>();
    people.add(request.requireCaller().userId());
    String with = request.query("with").orElse("");
    if (!with.isEmpty()) {
      if (!with.matches("[1-9][0-9]{0,17}(,[1-9][0-9]{0,17}){0,40}")) {
        throw refused("with", "with names people by their ids, as in 1001,1002");
      }
      Arrays.stream(with.split(",")).map(Long::valueOf).forEach(people::add);
    }
    if (people.size() > MOST_PEOPLE) {
      throw refused("with", MOST_PEOPLE + " people at most choose together, you among them");
    }
    GroupStrategy strategy = STRATEGIES.get(request.query("by").orElse("fair"));
    if (strategy == null) {
      throw refused("by", "by is fair, average or least-misery");
    }
    return new TogetherRequest(List.copyOf(people), strategy);
  }

  static AppException refused(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }
}
