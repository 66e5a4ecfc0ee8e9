package io.takewithott.benchmarks.start;

import io.takewithott.local.runtime.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The recommender as Dockerfile.recommender lays it out, in a folder: one class path, the script
 * that starts it, and an archive of its classes by the Java that is to read it.
 */
final class ImageFolder {
  static final String NO_ARCHIVE = "-XX:AOTMode=off";

  /** The first that writes such an archive in one go. */
  private static final int FIRST_JAVA = 25;

  private static final String MODULE = "functions/recommender";
  private static final String REHEARSAL =
      MODULE + "/src/test/java/io/takewithott/recommender/image/Rehearsal.java";

  private final Path folder;

  private ImageFolder(Path folder) {
    this.folder = folder;
  }

  static boolean canBeReadBy(Jdk jdk) {
    return jdk.feature() >= FIRST_JAVA;
  }

  /**
   * @param root of the checkout, with the built artifacts
   * @param folder that is made, or filled anew
   */
  static ImageFolder lay(Path root, Path folder, Jdk jdk) throws IOException, InterruptedException {
    Path built = root.resolve(MODULE).resolve("target");
    Path libraries = Files.createDirectories(folder.resolve("lib"));
    List<Path> jars = new ArrayList<>(jars(built.resolve("lambda/lib")));
    jars.addAll(jars(built.resolve("image")));
    jars.addAll(jars(built));
    for (Path jar : jars) {
      Files.copy(jar, libraries.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(
        folder.resolve("classpath"),
        jars(libraries).stream()
            .map(Path::toString)
            .sorted()
            .collect(Collectors.joining(File.pathSeparator)));
    ImageFolder image = new ImageFolder(folder);
    Files.copy(
        root.resolve(MODULE).resolve("src/main/image/start"),
        image.start(),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    image.rehearse(root, jdk);
    return image;
  }

  private void rehearse(Path root, Jdk jdk) throws IOException, InterruptedException {
    Path log = folder.resolve("rehearsal.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                jdk.launcher().toString(),
                root.resolve(REHEARSAL).toString(),
                start().toString(),
                folder.resolve("classes.aot").toString(),
                root.resolve("events/refresh/taste-changed.json").toString(),
                root.resolve("events/train/roll-back.json").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA", jdk.launcher().toString());
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException("The archive was not written; see " + log);
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  Path start() {
    return folder.resolve("start");
  }

  /** The option that names the archive. */
  String archive() {
    return "-XX:AOTCache=" + folder.resolve("classes.aot");
  }
}
