package io.takewithott.cloud.emr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of all applications, by their ids. The same token again is the same run. */
public final class JobRuns implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);

  private final JobLauncher launcher;
  private final Consumer<String> failed;
  private final Map<String, String> byToken = new HashMap<>();
  private final List<Process> processes = new ArrayList<>();
  private final List<CompletableFuture<Void>> endings = new ArrayList<>();

  /**
   * @param failed told the event of each run that does not end well, as EventBridge words it
   */
  public JobRuns(JobLauncher launcher, Consumer<String> failed) {
    this.launcher = launcher;
    this.failed = failed;
  }

  synchronized String start(String application, String token, List<String> arguments)
      throws IOException {
    String known = byToken.get(application + " " + token);
    if (known != null) {
      return known;
    }
    String run = String.format("%016d", processes.size() + 1);
    Process process = launcher.launch(run, arguments);
    processes.add(process);
    byToken.put(application + " " + token, run);
    endings.add(process.onExit().thenAccept(ended -> tell(application, run, ended.exitValue())));
    return run;
  }

  private void tell(String application, String run, int exit) {
    LOG.info("job run {} ended with {}", run, exit);
    if (exit != 0) {
      failed.accept(event(application, run));
    }
  }

  private static String event(String application, String run) {
    return """
    {"source":"aws.emr-serverless","detail-type":"EMR Serverless Job Run State Change",\
    "detail":{"applicationId":"%s","jobRunId":"%s","state":"FAILED"}}\
    """
        .formatted(application, run);
  }

  /** The state of a run, as EMR names it. */
  synchronized Optional<String> state(String run) {
    if (!run.matches("\\d{1,9}|0\\d{15}") || Long.parseLong(run) > processes.size()) {
      return Optional.empty();
    }
    int place = (int) Long.parseLong(run) - 1;
    if (place < 0) {
      return Optional.empty();
    }
    Process process = processes.get(place);
    if (process.isAlive()) {
      return Optional.of("RUNNING");
    }
    return Optional.of(process.exitValue() == 0 ? "SUCCESS" : "FAILED");
  }

  @Override
  public synchronized void close() {
    processes.forEach(Process::destroyForcibly);
  }

  /** Starts the application's process. */
  public interface JobLauncher {
    Process launch(String run, List<String> arguments) throws IOException;
  }
}
