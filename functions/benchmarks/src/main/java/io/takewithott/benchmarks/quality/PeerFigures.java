package io.takewithott.benchmarks.quality;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What others' recommenders measured on the same splits, from {@code peers.csv} beside this. */
final class PeerFigures {
  private PeerFigures() {}

  static List<Peer> of(String dataSet, String protocol) throws IOException {
    List<Peer> peers = new ArrayList<>();
    for (String line : lines()) {
      List<String> cells = cells(line);
      if (cells.get(0).equals(dataSet) && cells.get(1).equals(protocol)) {
        peers.add(
            new Peer(
                cells.get(2), number(cells.get(3)), number(cells.get(4)), number(cells.get(5))));
      }
    }
    return peers;
  }

  private static List<String> lines() throws IOException {
    try (InputStream file = PeerFigures.class.getResourceAsStream("peers.csv")) {
      if (file == null) {
        throw new IOException("peers.csv is missing from the artifact");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .toList();
    }
  }

  /** The cells of a line; one in quotation marks may have commas. */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /** nDCG@10, Recall@20 and coverage@10 of a ranking; RMSE and MAE of predicted ratings. */
  record Peer(String name, double first, double second, double third) {}
}
