package io.takewithott.local.runtime;

import io.takewithott.local.runtime.InvocationResult.Outcome;
import io.takewithott.local.template.FunctionDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A function's instance as a process of its own. */
final class IsolatedInstance implements FunctionInstance {

  /** A JVM without work ends well within this after SIGTERM. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final FunctionDefinition function;
  private final FunctionIdentity identity;
  private final RuntimeSettings settings;
  private final RuntimeApi api;
  private final RuntimeChannel channel;
  private final Process process;
  private volatile boolean usable = true;

  private IsolatedInstance(
      FunctionDefinition function,
      FunctionIdentity identity,
      RuntimeSettings settings,
      RuntimeApi api,
      RuntimeChannel channel,
      Process process) {
    this.function = function;
    this.identity = identity;
    this.settings = settings;
    this.api = api;
    this.channel = channel;
    this.process = process;
  }

  static IsolatedInstance start(
      FunctionDefinition function,
      RuntimeSettings settings,
      RuntimeApi api,
      InstanceLaunch launch,
      int number)
      throws InitException {
    FunctionIdentity identity = FunctionIdentity.of(function, settings, number);
    RuntimeChannel channel = new RuntimeChannel();
    Process process;
    try {
      process = launch.builder(function, identity, settings, api.open(channel)).start();
    } catch (IOException e) {
      api.forget(channel);
      throw new InitException(
          InvocationResult.failed(
              Outcome.INIT_FAILED, "Runtime.StartError", String.valueOf(e.getMessage())));
    }
    IsolatedInstance instance =
        new IsolatedInstance(function, identity, settings, api, channel, process);
    instance.forwardOutput();
    instance.watchExit();
    instance.awaitReady();
    return instance;
  }

  private void forwardOutput() {
    Thread pump =
        new Thread(
            () -> {
              try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  settings.log().line(identity.name(), identity.logStream(), line);
                }
              } catch (IOException | UncheckedIOException e) {
                // The process was killed; what it had to say it has said.
                usable = false;
              }
            },
            "output-" + identity.name());
    pump.setDaemon(true);
    pump.start();
  }

  private void watchExit() {
    CompletableFuture<Void> watched =
        process
            .onExit()
            .thenAccept(
                ended -> {
                  usable = false;
                  channel.exited(ended.exitValue());
                  api.forget(channel);
                });
    watched.exceptionally(
        failure -> {
          settings
              .log()
              .line(
                  identity.name(),
                  identity.logStream(),
                  "The end of the process went wrong: " + failure);
          return null;
        });
  }

  private void awaitReady() throws InitException {
    try {
      channel.ready().get(settings.initTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      kill();
      throw e.getCause() instanceof InitException init
          ? init
          : new InitException(initFailure(String.valueOf(e)));
    } catch (TimeoutException e) {
      kill();
      throw new InitException(
          initFailure(
              "The process of "
                  + function.logicalId()
                  + " asked for no event within "
                  + settings.initTimeout().toSeconds()
                  + " seconds of its start"));
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new InitException(initFailure("The start was interrupted"));
    }
  }

  private static InvocationResult initFailure(String message) {
    return InvocationResult.failed(Outcome.INIT_FAILED, "Sandbox.Timedout", message);
  }

  @Override
  public InvocationResult invoke(byte[] event, Invocation invocation) {
    Instant deadline = settings.clock().instant().plus(function.timeout());
    CompletableFuture<InvocationResult> result = new CompletableFuture<>();
    channel.offer(new RuntimeChannel.Work(event, invocation, deadline, identity.arn(), result));
    if (!process.isAlive()) {
      // It ended between two events, perhaps before it could be told of this one.
      channel.exited(process.exitValue());
    }
    try {
      return result.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill();
      return InProcessInstance.timedOut(function, invocation);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      return InvocationResult.failed(
          Outcome.CRASHED, "Sandbox.Interrupted", "The server was stopped");
    } catch (ExecutionException e) {
      throw new IllegalStateException("A result was completed exceptionally", e);
    }
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  private void kill() {
    usable = false;
    api.forget(channel);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public boolean usable() {
    return usable && process.isAlive();
  }

  @Override
  public void close() {
    usable = false;
    process.destroy();
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
