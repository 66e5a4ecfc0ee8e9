package io.takewithott.cloud.rdsdata;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operations of the Data API with their paths. */
enum Operation {
  EXECUTE_STATEMENT("/Execute"),
  BATCH_EXECUTE_STATEMENT("/BatchExecute"),
  BEGIN_TRANSACTION("/BeginTransaction"),
  COMMIT_TRANSACTION("/CommitTransaction"),
  ROLLBACK_TRANSACTION("/RollbackTransaction"),
  EXECUTE_SQL("/ExecuteSql");

  private static final Map<String, Operation> BY_PATH =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(operation -> operation.path, Function.identity()));

  private final String path;

  Operation(String path) {
    this.path = path;
  }

  static Optional<Operation> at(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }
}
