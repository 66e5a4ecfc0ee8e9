package io.takewithott.trainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Spark's own cluster of a master and two workers, started from the jars of the class path. */
final class Cluster implements AutoCloseable {
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final int LONGEST_WAIT_SECONDS = 240;

  private final Path folder;
  private final Map<String, String> environment;
  private final int port;
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();

  private Cluster(Path folder, Map<String, String> environment, int port) {
    this.folder = folder;
    this.environment = environment;
    this.port = port;
  }

  static Cluster start(Path folder, Map<String, String> environment) throws Exception {
    Files.createDirectories(folder.resolve("spark/jars"));
    Cluster cluster = new Cluster(folder, environment, freePort());
    cluster.launch(
        "master",
        List.of("-Xmx256m"),
        List.of(
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            String.valueOf(cluster.port),
            "--webui-port",
            "0"));
    cluster.await("master", "New state: ALIVE");
    cluster.addWorker();
    cluster.addWorker();
    return cluster;
  }

  void addWorker() throws Exception {
    String name = "worker" + processes.size();
    workers.add(
        launch(
            name,
            List.of("-Xmx256m"),
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
    await(name, "Successfully registered");
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
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.redirectOutput(logFile(name).toFile()).start();
    processes.add(process);
    return process;
  }

  /** Waits until a process has said something. */
  void await(String name, String text) throws InterruptedException {
    for (int second = 0; second < LONGEST_WAIT_SECONDS * 10; second++) {
      if (log(name).contains(text)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException(name + " never said \"" + text + "\": " + log(name));
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
