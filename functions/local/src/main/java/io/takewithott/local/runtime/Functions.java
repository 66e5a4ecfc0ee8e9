package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** All functions of a template, by logical id. */
public final class Functions implements AutoCloseable {

  private final Map<String, FunctionRuntime> runtimes;

  private final Runnable afterClose;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Functions(Map<String, FunctionRuntime> runtimes, Runnable afterClose) {
    this.runtimes = Collections.unmodifiableMap(runtimes);
    this.afterClose = afterClose;
  }

  /** Runs every function as objects of this process, with classes from the given loader. */
  public static Functions inProcess(
      Iterable<FunctionDefinition> definitions, RuntimeSettings settings, ClassLoader loader) {
    return new Functions(
        runtimes(
            definitions,
            function ->
                new PooledRuntime(
                    function,
                    settings,
                    number -> InProcessInstance.make(function, settings, loader, number))),
        () -> {});
  }

  /**
   * Runs every instance as a process of its own, from the built artifacts. The processes end with
   * {@link #close}, with this process's orderly end, and otherwise when they next ask the Runtime
   * API, which is gone.
   *
   * @throws IllegalStateException naming every artifact that is not there
   */
  public static Functions isolated(
      Iterable<FunctionDefinition> definitions, RuntimeSettings settings) {
    IsolatedProcesses processes = IsolatedProcesses.start(Jdk.running(), definitions);
    return new Functions(
            runtimes(definitions, function -> processes.runtime(function, settings)),
            processes::close)
        .closedAtExit();
  }

  /** Runs every instance in a container of its own, from an image that holds the functions. */
  public static Functions contained(
      String image, Iterable<FunctionDefinition> definitions, RuntimeSettings settings) {
    RuntimeApi api = RuntimeApi.start();
    InstanceLaunch launch = new ContainerLaunch(image);
    return new Functions(
            runtimes(
                definitions,
                function ->
                    new PooledRuntime(
                        function,
                        settings,
                        number -> IsolatedInstance.start(function, settings, api, launch, number))),
            api::close)
        .closedAtExit();
  }

  private static Map<String, FunctionRuntime> runtimes(
      Iterable<FunctionDefinition> definitions,
      Function<FunctionDefinition, FunctionRuntime> runtime) {
    Map<String, FunctionRuntime> runtimes = new LinkedHashMap<>();
    definitions.forEach(function -> runtimes.put(function.logicalId(), runtime.apply(function)));
    return runtimes;
  }

  /** These and those, closed together. */
  public Functions with(Functions others) {
    Map<String, FunctionRuntime> all = new LinkedHashMap<>(runtimes);
    all.putAll(others.runtimes);
    return new Functions(
        all,
        () -> {
          others.close();
          afterClose.run();
        });
  }

  private Functions closedAtExit() {
    // A hook that finds the functions closed has nothing to do, so it need not be taken back.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end of the functions"));
    return this;
  }

  /** Runtimes somebody else made: tests, or functions that are not Java. */
  public static Functions of(Map<String, FunctionRuntime> runtimes) {
    return new Functions(new LinkedHashMap<>(runtimes), () -> {});
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
    if (closed.compareAndSet(false, true)) {
      runtimes.values().forEach(FunctionRuntime::close);
      afterClose.run();
    }
  }
}
