package io.takewithott.benchmarks.start;

import io.takewithott.core.json.Json;
import io.takewithott.local.template.FunctionDefinition;
import io.takewithott.local.template.FunctionDefinition.PackageType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds what is started: the baselines, and functions of the template by their names. */
final class Subjects {
  static final String BARE = "bare handler";

  /** Every zip function with a route. */
  static final String ALL = "all";

  private static final String AUTHORIZER = "AuthorizerFunction";

  /** As much as the largest function has, so that its heap is no smaller. */
  private static final int BARE_MEGABYTES = 1769;

  private static final Duration BARE_TIMEOUT = Duration.ofSeconds(29);

  /** What each is sent; the first event that only reads where nothing is said here. */
  private static final Map<String, String> EVENTS =
      Map.of(
          "AuthFunction", "auth/me",
          "CatalogFunction", "catalog/home-visitor",
          "PaymentFunction", "payment/parties",
          "RefreshFunction", "refresh/taste-changed",
          "WebFunction", "web/page");

  private final StartWorld world;

  Subjects(StartWorld world) {
    this.world = world;
  }

  /**
   * What others are measured beside, comes first; another baseline is another element here.
   *
   * @param root of the checkout; Spring Boot is measured where it has been built
   * @param folder where the bare handler's artifact is laid out
   */
  static List<Subject> baselines(Path root, Path folder) throws IOException {
    byte[] page = Json.bytes(new EventFolder(root).read("web/page"));
    List<Subject> baselines = new ArrayList<>();
    baselines.add(
        new Subject(
            BARE,
            baseline("BareFunction", bare(folder.resolve("bare")), BareHandler.class.getName()),
            EnumSet.of(Mode.ON_DEMAND),
            () -> page));
    Path spring = root.resolve("functions/benchmarks/spring/target/lambda");
    if (Files.isDirectory(spring)) {
      baselines.add(
          new Subject(
              "Spring Boot",
              baseline("SpringFunction", spring, "io.takewithott.benchmarks.spring.SpringHandler"),
              EnumSet.of(Mode.ON_DEMAND),
              () -> page));
    }
    return baselines;
  }

  /**
   * @param names of functions, or {@link #ALL}
   * @throws IllegalArgumentException naming what the template has not
   */
  List<Subject> named(List<String> names) {
    List<Subject> subjects = new ArrayList<>();
    for (String name : names) {
      if (name.equals(ALL)) {
        world.functions().stream()
            .filter(function -> function.packageType() == PackageType.ZIP)
            .filter(function -> !function.routes().isEmpty())
            .forEach(function -> subjects.add(subject(function)));
      } else {
        subjects.add(
            subject(
                world.functions().stream()
                    .filter(function -> function.logicalId().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown(name))));
      }
    }
    return subjects;
  }

  private IllegalArgumentException unknown(String name) {
    List<String> known =
        world.functions().stream().map(FunctionDefinition::logicalId).sorted().toList();
    return new IllegalArgumentException(
        "The template has no " + name + "; it has " + String.join(", ", known));
  }

  private Subject subject(FunctionDefinition function) {
    String name = function.logicalId();
    Set<Mode> modes =
        function.packageType() == PackageType.IMAGE
            ? EnumSet.of(Mode.ON_DEMAND, Mode.FLAT, Mode.ARCHIVED)
            : EnumSet.of(Mode.ON_DEMAND, Mode.PRIMED);
    if (name.equals(AUTHORIZER)) {
      return new Subject(name, function, modes, world::tokenToCheck);
    }
    String event =
        Optional.ofNullable(EVENTS.get(name))
            .or(() -> world.events().firstReading(folder(name)))
            .orElseThrow(() -> new IllegalArgumentException("No event of " + name + " only reads"));
    if (!name.equals("AuthFunction") && !name.equals("WebFunction")) {
      world.loadTitles();
    }
    byte[] bytes = world.asReader(event);
    return new Subject(name, function, modes, () -> bytes);
  }

  /** {@code KeyRotationFunction} has its events in {@code key-rotation}. */
  static String folder(String function) {
    return function
        .replaceFirst("Function$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** Laid out as a zip would be, with the one class. */
  private static Path bare(Path folder) throws IOException {
    String file = BareHandler.class.getName().replace('.', '/') + ".class";
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    try (InputStream code = BareHandler.class.getResourceAsStream("/" + file)) {
      if (code == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      Files.write(target, code.readAllBytes());
    }
    return folder.toAbsolutePath();
  }

  private static FunctionDefinition baseline(String name, Path code, String handler) {
    return new FunctionDefinition(
        name,
        PackageType.ZIP,
        code,
        handler,
        Optional.of("java25"),
        BARE_MEGABYTES,
        BARE_TIMEOUT,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
