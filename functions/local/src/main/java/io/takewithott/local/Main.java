package io.takewithott.local;

import io.takewithott.local.gateway.AccessLog;
import io.takewithott.local.runtime.InvocationResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The command line of the local server: {@code serve} (the default), {@code invoke Function -e
 * event.json}, {@code import folder}.
 */
public final class Main {
  private static final int DEFAULT_PORT = 8080;
  private static final double NANOS_PER_SECOND = 1e9;

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
            arguments.flag("sample", true),
            arguments.option("image"));
  }

  public static void main(String... args) {
    try {
      System.exit(new Main(System.out, Arguments.parse(args)).run());
    } catch (RuntimeException refused) {
      System.err.println(refused.getMessage());
      for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
        System.err.println("  because: " + cause);
      }
      System.exit(1);
    }
  }

  private int run() {
    if (arguments.flag("fresh", false)) {
      if (LambdaApi.isServed(settings.folder())) {
        throw new IllegalStateException(
            "A server runs on " + settings.folder() + ": stop it before starting afresh");
      }
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
            + "  Settings for any AWS client, to be sourced from %s:%n%s%n"
            + "  mails: %s%n  log: %s%n  stop with Ctrl-C%n%n",
        server.address(),
        (System.nanoTime() - start) / NANOS_PER_SECOND,
        file,
        exports(server.clientSettings()).indent(4),
        server.address().resolve(MailboxPage.PATH),
        log.file());
    world.trainIfNeeded();
    waitForever();
    return 0;
  }

  /**
   * Asks the server that runs on this data if there is one, else starts everything for the one
   * call.
   */
  private int invoke(List<String> words) {
    if (words.size() != 3 || !(words.get(1).equals("-e") || words.get(1).equals("--event"))) {
      throw new IllegalArgumentException("Usage: invoke <Function> -e <event.json>");
    }
    String function = words.get(0);
    byte[] event = read(settings.root().resolve(words.get(2)));
    Optional<LambdaApi.Answer> answer = LambdaApi.ask(settings.folder(), function, event);
    if (answer.isPresent()) {
      return print(answer.get().text(), answer.get().succeeded());
    }
    try (FunctionLog log = FunctionLog.open(settings.folder());
        LocalServer server = LocalServer.prepare(settings, this::printRequest, log)) {
      InvocationResult result = server.invoke(function, event);
      return print(result.text(), result.succeeded());
    }
  }

  private int print(String text, boolean succeeded) {
    out.println(text);
    return succeeded ? 0 : 1;
  }

  private static byte[] read(Path event) {
    try {
      return Files.readAllBytes(event);
    } catch (IOException missing) {
      throw new IllegalArgumentException("The event cannot be read: " + event, missing);
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
      return world.train(Map.of("rank", "everyone")) ? 0 : 1;
    }
  }

  private void printRequest(AccessLog.Entry entry) {
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
    Path file = settings.folder().resolve("settings.sh");
    try {
      Files.writeString(file, exports(variables));
    } catch (IOException unwritable) {
      throw new IllegalStateException("The settings cannot be written to " + file, unwritable);
    }
    return file;
  }

  private static String exports(Map<String, String> variables) {
    StringBuilder lines = new StringBuilder();
    variables.forEach((name, value) -> lines.append("export " + name + "='" + value + "'\n"));
    return lines.toString();
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
