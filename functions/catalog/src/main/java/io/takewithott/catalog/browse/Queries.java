package io.takewithott.catalog.browse;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import java.util.Map;
import java.util.Optional;

/** Query parameters, checked as they are read; an empty one is not given. */
record Queries(Request request) {
  /** A number of ten digits may be none that fits. */
  private static final String NUMBER = "[0-9]{1,9}";

  /** Text without control characters, without space around it. */
  Optional<String> text(String name, int longest) {
    Optional<String> text =
        request.query(name).map(String::strip).filter(given -> !given.isEmpty());
    if (text.filter(given -> given.length() > longest).isPresent()) {
      throw invalid(name, "Search for at most " + longest + " characters");
    }
    if (text.filter(given -> given.codePoints().anyMatch(Character::isISOControl)).isPresent()) {
      throw invalid(name, name + " holds a control character");
    }
    return text;
  }

  Optional<String> matching(String name, String pattern, String otherwise) {
    Optional<String> given = request.query(name).filter(value -> !value.isEmpty());
    if (given.filter(value -> !value.matches(pattern)).isPresent()) {
      throw invalid(name, otherwise);
    }
    return given;
  }

  Optional<Integer> number(String name, int least, int most) {
    String range = name + " is a whole number from " + least + " to " + most;
    Optional<Integer> number = matching(name, NUMBER, range).map(Integer::valueOf);
    if (number.filter(value -> value < least || value > most).isPresent()) {
      throw invalid(name, range);
    }
    return number;
  }

  private static AppException invalid(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }
}
