package io.takewithott.local;

import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.template.TemplateException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The command line of the local server: {@code serve} (the default), {@code invoke Function -e
 * event.json}, {@code import folder}.
 */
public final class Main {
  private static final int DEFAULT_PORT = 8080;

  private final PrintStream out;
  private final Arguments arguments;
  private final LocalSettings settings;

  private Main(PrintStream out, Arguments arguments) {
    this.out = out;
    this.arguments = arguments;
    Path root = Path.of(arguments.option("root").orElse("")).toAbsolutePath().normalize();
    this.settings =
        new LocalSettings(
            root,
            arguments.option("folder").map(Path::of).orElse(root.resolve(".local")),
            arguments.number("port", DEFAULT_PORT),
            arguments.flag("isolated", false),
            arguments.flag("sample", true));
  }

  public static void main(String... args) {
    try {
      System.exit(new Main(System.out, Arguments.parse(args)).run());
    } catch (TemplateException | IllegalArgumentException | IllegalStateException refused) {
      System.err.println(refused.getMessage());
      for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
        System.err.println("  because: " + cause);
      }
      System.exit(1);
    }
  }

  private int run() {
    if (arguments.flag("fresh", false)) {
      DataFolders.clear(settings.folder());
    }
    List<String> words = arguments.words();
    return switch (words.isEmpty() ? "serve" : words.get(0)) {
      case "serve" -> serve();
      case "invoke" -> invoke(words.subList(1, words.size()));
      case "import" -> importFolder(words.subList(1, words.size()));
      default ->
          throw new IllegalArgumentException(
              words.get(0) + " is not a command; there are serve, invoke and import");
    };
  }

  private int serve() {
    long start = System.nanoTime();
    FunctionLog log = FunctionLog.open(settings.folder());
    LocalServer server = LocalServer.prepare(settings, this::printRequest, log);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    World world = new World(server, out);
    if (settings.sample()) {
      world.loadSample();
    }
    arguments.option("import").ifPresent(folder -> world.load(Path.of(folder)));
    server.serve();
    Path file = writeSettings(server.clientSettings());
    out.printf(
        "%n  Take With OTT is at %s   (ready after %.1f s)%n%n"
            + "  settings for any AWS client: %s%n  log: %s%n  stop with Ctrl-C%n%n",
        server.address(), (System.nanoTime() - start) / 1e9, file, log.file());
    world.trainIfNeeded();
    waitForever();
    return 0;
  }

  private int invoke(List<String> words) {
    if (words.size() != 3 || !(words.get(1).equals("-e") || words.get(1).equals("--event"))) {
      throw new IllegalArgumentException("Usage: invoke <Function> -e <event.json>");
    }
    try (FunctionLog log = FunctionLog.open(settings.folder());
        LocalServer server = LocalServer.prepare(settings, this::printRequest, log)) {
      byte[] event = Files.readAllBytes(settings.root().resolve(words.get(2)));
      InvocationResult result = server.invoke(words.get(0), event);
      out.println(result.text());
      return result.succeeded() ? 0 : 1;
    } catch (IOException missing) {
      throw new IllegalArgumentException("The event cannot be read: " + words.get(2), missing);
    }
  }

  private int importFolder(List<String> words) {
    if (words.size() != 1) {
      throw new IllegalArgumentException("Usage: import <folder>");
    }
    try (FunctionLog log = FunctionLog.open(settings.folder());
        LocalServer server = LocalServer.prepare(settings, this::printRequest, log)) {
      World world = new World(server, out);
      world.load(Path.of(words.get(0)));
      world.train("everyone");
      return 0;
    }
  }

  private void printRequest(io.takewithott.local.gateway.AccessLog.Entry entry) {
    out.printf(
        "  %-6s %-32s %d %5d ms  %s%n",
        entry.method(),
        entry.path(),
        entry.status(),
        entry.millis(),
        entry.function().orElse("no route"));
  }

  /** Shell lines to be sourced; they hold nothing that opens anything but this machine's server. */
  private Path writeSettings(Map<String, String> variables) {
    StringBuilder lines = new StringBuilder();
    variables.forEach((name, value) -> lines.append("export " + name + "='" + value + "'\n"));
    Path file = settings.folder().resolve("settings.sh");
    try {
      Files.writeString(file, lines);
    } catch (IOException unwritable) {
      throw new IllegalStateException("The settings cannot be written to " + file, unwritable);
    }
    return file;
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
