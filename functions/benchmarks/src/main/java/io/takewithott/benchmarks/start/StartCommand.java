package io.takewithott.benchmarks.start;

import io.takewithott.benchmarks.Options;
import io.takewithott.benchmarks.Workbench;
import io.takewithott.benchmarks.report.ProgressBar;
import io.takewithott.local.runtime.Jdk;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Starts packaged functions beside a bare handler, in turns so that a busy moment meets all of them
 * alike, and then times the routes of the accounts in warm instances.
 */
public final class StartCommand {
  private static final String STARTS = "starts";
  private static final String ROUTES = "routes";
  private static final int USUAL_STARTS = 10;
  private static final int USUAL_CALLS = 100;

  private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

  private final Options options;
  private final Workbench bench;

  StartCommand(Options options, Workbench bench) {
    this.options = options;
    this.bench = bench;
  }

  public static void main(String[] arguments) throws Exception {
    new StartCommand(options(arguments), Workbench.ofProcess()).run();
    // Whatever the endpoints still have open is not waited for.
    System.exit(0);
  }

  static Options options(String... arguments) {
    return Options.of(
        Set.of("root", "functions", "jdks", "starts", "calls", "parts", "out"), arguments);
  }

  void run() throws Exception {
    Path folder = bench.folder(options.path("out").orElse(Path.of("start")));
    List<String> parts = options.list("parts", List.of(STARTS, ROUTES));
    StartReport report = new StartReport();
    double before = SYSTEM.getSystemLoadAverage();
    try (StartWorld world = StartWorld.open(root())) {
      if (parts.contains(STARTS)) {
        start(world, folder, report);
      }
      if (parts.contains(ROUTES)) {
        callRoutes(world, report);
      }
    }
    report.load(before, SYSTEM.getSystemLoadAverage(), SYSTEM.getAvailableProcessors());
    report.write(folder);
    bench.say(report.markdown());
    bench.say("The tables are in " + folder);
  }

  private void start(StartWorld world, Path folder, StartReport report) throws Exception {
    List<Subject> subjects = new ArrayList<>(Subjects.baselines(root(), folder));
    subjects.addAll(
        new Subjects(world)
            .named(options.list("functions", List.of(AuthRoutes.FUNCTION, AuthRoutes.AUTHORIZER))));
    int times = options.number("starts", USUAL_STARTS);
    int calls = options.number("calls", USUAL_CALLS);
    List<StartRun> runs = new ArrayList<>();
    try {
      for (Jdk jdk : jdks()) {
        runs.add(new StartRun(jdk, world.settings(), subjects, image(subjects, folder, jdk)));
      }
      List<Callable<Start>> turn = turn(runs, subjects, calls);
      ProgressBar bar = bench.stages().bar("starts", (long) times * turn.size());
      for (int time = 0; time < times; time++) {
        for (Callable<Start> start : turn) {
          report.add(start.call());
          bar.step();
        }
      }
    } finally {
      runs.forEach(StartRun::close);
    }
  }

  /** Every subject in every mode on every Java that knows it, once. */
  private static List<Callable<Start>> turn(
      List<StartRun> runs, List<Subject> subjects, int calls) {
    List<Callable<Start>> turn = new ArrayList<>();
    for (Subject subject : subjects) {
      for (Mode mode : subject.modes()) {
        for (StartRun run : runs) {
          if (run.knows(mode)) {
            turn.add(() -> run.measure(subject, mode, calls));
          }
        }
      }
    }
    return turn;
  }

  private Optional<ImageFolder> image(List<Subject> subjects, Path folder, Jdk jdk)
      throws Exception {
    boolean asked = subjects.stream().anyMatch(subject -> subject.modes().contains(Mode.ARCHIVED));
    return asked && ImageFolder.canBeReadBy(jdk)
        ? Optional.of(ImageFolder.lay(root(), folder.resolve("image-" + jdk.version()), jdk))
        : Optional.empty();
  }

  private Path root() {
    return options.path("root").orElse(Path.of("")).toAbsolutePath();
  }

  private void callRoutes(StartWorld world, StartReport report) {
    int calls = options.number("calls", USUAL_CALLS);
    AuthRoutes routes = new AuthRoutes(world);
    List<Subject> subjects =
        new Subjects(world).named(List.of(AuthRoutes.FUNCTION, AuthRoutes.AUTHORIZER));
    for (Jdk jdk : jdks()) {
      try (StartRun run = new StartRun(jdk, world.settings(), subjects, Optional.empty())) {
        report.addRoutes(run.measure(subjects.get(0), routes.all(), calls));
        report.addRoutes(run.measure(subjects.get(1), routes.authorizer(), calls));
      }
    }
  }

  /** The one that runs this, and those that are asked for; each once. */
  private List<Jdk> jdks() {
    Map<Path, Jdk> jdks = new LinkedHashMap<>();
    Jdk running = Jdk.running();
    jdks.put(running.home().toAbsolutePath().normalize(), running);
    for (String home : options.list("jdks", List.of())) {
      Path path = Path.of(home.strip()).toAbsolutePath().normalize();
      jdks.putIfAbsent(path, Jdk.at(path));
    }
    return List.copyOf(jdks.values());
  }
}
