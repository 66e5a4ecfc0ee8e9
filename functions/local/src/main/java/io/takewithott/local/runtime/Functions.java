package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** All functions of a template, by logical id. */
public final class Functions implements AutoCloseable {

  private final Map<String, FunctionRuntime> runtimes;

  private Functions(Map<String, FunctionRuntime> runtimes) {
    this.runtimes = Collections.unmodifiableMap(runtimes);
  }

  /** Runs every function as objects of this process, with classes from the given loader. */
  public static Functions inProcess(
      Iterable<FunctionDefinition> definitions, RuntimeSettings settings, ClassLoader loader) {
    Map<String, FunctionRuntime> runtimes = new LinkedHashMap<>();
    definitions.forEach(
        function ->
            runtimes.put(
                function.logicalId(),
                new PooledRuntime(
                    function,
                    settings,
                    number -> InProcessInstance.make(function, settings, loader, number))));
    return new Functions(runtimes);
  }

  /** Runtimes somebody else made: tests, or functions that are not Java. */
  public static Functions of(Map<String, FunctionRuntime> runtimes) {
    return new Functions(new LinkedHashMap<>(runtimes));
  }

  public Set<String> logicalIds() {
    return runtimes.keySet();
  }

  /**
   * @throws IllegalArgumentException if the template has no such function
   */
  public FunctionRuntime get(String logicalId) {
    FunctionRuntime runtime = runtimes.get(logicalId);
    if (runtime == null) {
      throw new IllegalArgumentException(
          "There is no function \""
              + logicalId
              + "\"; there are "
              + String.join(", ", runtimes.keySet()));
    }
    return runtime;
  }

  public InvocationResult invoke(String logicalId, byte[] event, Invocation invocation) {
    return get(logicalId).invoke(event, invocation);
  }

  /** Makes a first instance of every function now. */
  public void warm() {
    runtimes.values().forEach(FunctionRuntime::warm);
  }

  @Override
  public void close() {
    runtimes.values().forEach(FunctionRuntime::close);
  }
}
