package io.takewithott.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Spark's own cluster of a master and two workers, started from the jars of the class path. */
final class Cluster implements AutoCloseable {
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final int LONGEST_WAIT_SECONDS = 120;
  private static final List<String> MANAGING = List.of("-Xmx256m");

  private final Path folder;
  private final Map<String, String> environment;
  private final int port = freePort();
  private final int statePort = freePort();
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private Cluster(Path folder, Map<String, String> environment) throws IOException {
    this.folder = folder;
    this.environment = environment;
  }

  static Cluster start(Path folder, Map<String, String> environment) throws Exception {
    Files.createDirectories(folder.resolve("spark/jars"));
    Cluster cluster = new Cluster(folder, environment);
    cluster.launch(
        "master",
        MANAGING,
        List.of(
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            String.valueOf(cluster.port),
            "--webui-port",
            String.valueOf(cluster.statePort)));
    cluster.addWorker();
    cluster.addWorker();
    return cluster;
  }

  void addWorker() throws Exception {
    String name = "worker" + processes.size();
    workers.add(
        launch(
            name,
            MANAGING,
            List.of(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "0",
                "--work-dir",
                folder.resolve(name).toString(),
                "spark://127.0.0.1:" + port)));
    await(
        "no " + workers.size() + " workers",
        () -> state().path("aliveworkers").asInt() == workers.size());
  }

  /** What the master says of itself; nothing while there is none. */
  private JsonNode state() {
    try {
      return Json.mapper().readTree(URI.create("http://127.0.0.1:" + statePort + "/json/").toURL());
    } catch (IOException notYet) {
      return MissingNode.getInstance();
    }
  }

  /** With the executors that it started. */
  void killWorker() {
    Process worker = workers.remove(0);
    List<ProcessHandle> executors = worker.descendants().toList();
    worker.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  Process drive(String name, List<String> arguments) throws IOException {
    List<String> application = new ArrayList<>(List.of(TrainerCommand.class.getName()));
    application.addAll(arguments);
    return launch(
        name,
        List.of(
            "-Xmx700m",
            "-Dspark.master=spark://127.0.0.1:" + port,
            "-Dspark.driver.host=127.0.0.1",
            "-Dspark.driver.bindAddress=127.0.0.1",
            "-Dspark.executor.memory=700m",
            "-Dspark.default.parallelism=2",
            "-Dspark.executor.extraClassPath=" + CLASS_PATH),
        application);
  }

  private Process launch(String name, List<String> options, List<String> main) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(System.getProperty("spark.opens").split(" ")));
    command.addAll(options);
    command.addAll(List.of("-cp", CLASS_PATH));
    command.addAll(main);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.12");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.redirectOutput(logFile(name).toFile()).start();
    processes.add(process);
    names.add(name);
    return process;
  }

  /** Waits until a process has said something. */
  void await(String name, String text) throws InterruptedException {
    await(name + " never said \"" + text + '"', () -> log(name).contains(text));
  }

  private void await(String otherwise, BooleanSupplier condition) throws InterruptedException {
    for (int tenth = 0; tenth < LONGEST_WAIT_SECONDS * 10; tenth++) {
      if (condition.getAsBoolean()) {
        return;
      }
      if (!processes.get(processes.size() - 1).isAlive()) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException(otherwise + ": " + logs());
  }

  private String logs() {
    return names.stream().map(name -> name + ": " + log(name)).collect(Collectors.joining("\n"));
  }

  String log(String name) {
    try {
      return Files.exists(logFile(name)) ? Files.readString(logFile(name)) : "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Path logFile(String name) {
    return folder.resolve(name + ".log");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
