package io.takewithott.benchmarks.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The independent scorer {@code evaluate.py} and the data sets that it knows the answers of. */
final class Evaluator {
  private static final Pattern RELEVANCE = Pattern.compile("relevance >= (\\S+)");
  private static final Pattern FIGURE =
      Pattern.compile("(?<!\\S)([A-Za-z]\\S*) (\\d+\\.\\d+)(?!\\S)");
  private static final String ANSWERS = ".holdout";

  private final Path script;
  private final Path splits;

  Evaluator(Path shared) {
    this.script = shared.resolve("eval/evaluate.py");
    this.splits = shared.resolve("data/splits");
  }

  /** What is missing for scoring, empty when nothing is. */
  String missing() throws InterruptedException {
    if (!Files.isRegularFile(script)) {
      return script + " is not there";
    }
    if (!Files.isDirectory(splits)) {
      return splits + " is not there";
    }
    try {
      return python("--version").exit() == 0 ? "" : "python3 does not run";
    } catch (IOException e) {
      return "python3 is not there";
    }
  }

  Path splits() {
    return splits;
  }

  List<String> dataSets() throws IOException {
    try (Stream<Path> files = Files.list(splits)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ANSWERS))
          .map(name -> name.substring(0, name.length() - ANSWERS.length()))
          .sorted()
          .toList();
    }
  }

  /** Writes the split of a data set and answers from which rating on a title is relevant. */
  double split(String dataSet, Path folder) throws IOException, InterruptedException {
    Matcher relevance = RELEVANCE.matcher(answer("split", dataSet, folder));
    if (!relevance.find()) {
      throw new IOException("The scorer did not say which ratings are relevant in " + dataSet);
    }
    return Double.parseDouble(relevance.group(1));
  }

  /** The figures of a file by name: {@code nDCG@10}, {@code RMSE} and so on. */
  Map<String, Double> score(String protocol, String dataSet, Path file)
      throws IOException, InterruptedException {
    Map<String, Double> figures = new LinkedHashMap<>();
    Matcher figure = FIGURE.matcher(answer(protocol, dataSet, file));
    while (figure.find()) {
      figures.putIfAbsent(figure.group(1), Double.parseDouble(figure.group(2)));
    }
    return figures;
  }

  private String answer(String verb, String dataSet, Path path)
      throws IOException, InterruptedException {
    Answer answer = python(script.toString(), verb, dataSet, path.toString());
    if (answer.exit() != 0) {
      throw new IOException(
          "The scorer refused " + verb + " of " + dataSet + ": " + answer.text().strip());
    }
    return answer.text();
  }

  private static Answer python(String... arguments) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("python3"), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }

  private record Answer(int exit, String text) {}
}
