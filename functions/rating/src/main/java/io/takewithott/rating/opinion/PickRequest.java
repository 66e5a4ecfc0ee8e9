package io.takewithott.rating.opinion;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code {"titleIds": [1, 2, 3]}}: exactly three different titles, the dearest first. */
record PickRequest(@Nullable List<@Nullable Long> titleIds) {
  static final int PICKS = 3;

  List<Long> given() {
    List<@Nullable Long> ids = titleIds == null ? List.of() : titleIds;
    if (ids.size() != PICKS
        || ids.stream().anyMatch(Objects::isNull)
        || Set.copyOf(ids).size() != PICKS) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "Pick exactly three different titles",
          Map.of("field", "titleIds"));
    }
    return ids.stream().map(Objects::requireNonNull).toList();
  }
}
