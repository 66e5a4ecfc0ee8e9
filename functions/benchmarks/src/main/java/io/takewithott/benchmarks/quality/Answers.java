package io.takewithott.benchmarks.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The held-out answers of a data set, read as the independent scorer reads them, for what it does
 * not say: figures of each user, and of a part of the users. {@code NAME.csv} has a rating a line
 * with dense numbers for user and item, {@code NAME.users} and {@code NAME.items} their ids, {@code
 * NAME.holdout} 1 where a rating is held out, {@code NAME.cv5} its fold, and {@code NAME.cold} a
 * stranger a line: user, group, three favourites.
 */
final class Answers {
  private static final String HELD_OUT = "1";

  private final List<String> users;
  private final List<String> items;
  private final Map<String, Set<String>> relevantTopn = new HashMap<>();
  private final Map<String, Integer> historyLengths = new HashMap<>();
  private final Map<String, Set<String>> relevantCold = new HashMap<>();
  private final Map<String, Double> ratings = new HashMap<>();

  private Answers(List<String> users, List<String> items) {
    this.users = users;
    this.items = items;
  }

  /**
   * @param threshold the least rating of a relevant title
   */
  static Answers read(Path splits, String name, double threshold) throws IOException {
    Answers answers = new Answers(words(splits, name + ".users"), words(splits, name + ".items"));
    List<String> rows = Files.readAllLines(splits.resolve(name + ".csv"));
    List<String> holdout = words(splits, name + ".holdout");
    List<String> folds = words(splits, name + ".cv5");
    Map<String, Set<String>> favourites = answers.favourites(splits.resolve(name + ".cold"));
    for (int k = 1; k < rows.size(); k++) {
      String[] cells = rows.get(k).split(",");
      String user = answers.users.get(Integer.parseInt(cells[0]));
      String item = answers.items.get(Integer.parseInt(cells[1]));
      double rating = Double.parseDouble(cells[2]);
      boolean heldOut = holdout.get(k - 1).equals(HELD_OUT);
      answers.ratings.put(key(Integer.parseInt(folds.get(k - 1)), user, item), rating);
      if (!heldOut) {
        answers.historyLengths.merge(user, 1, Integer::sum);
      } else if (rating >= threshold) {
        answers.relevantTopn.computeIfAbsent(user, one -> new HashSet<>()).add(item);
      }
      Set<String> own = favourites.get(user);
      if (own != null && rating >= threshold && !own.contains(item)) {
        answers.relevantCold.computeIfAbsent(user, one -> new HashSet<>()).add(item);
      }
    }
    return answers;
  }

  private Map<String, Set<String>> favourites(Path file) throws IOException {
    Map<String, Set<String>> favourites = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(" ");
      Set<String> own = new HashSet<>();
      for (int i = 2; i < cells.length; i++) {
        own.add(items.get(Integer.parseInt(cells[i])));
      }
      favourites.put(users.get(Integer.parseInt(cells[0])), own);
    }
    return favourites;
  }

  private static List<String> words(Path folder, String file) throws IOException {
    List<String> words = new ArrayList<>();
    for (String word : Files.readString(folder.resolve(file)).split("\\s+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static String key(int fold, String user, String item) {
    return fold + "," + user + "," + item;
  }

  int itemCount() {
    return items.size();
  }

  int ratingCount() {
    return ratings.size();
  }

  /** Each user's relevant held-out titles; users without any are not in it. */
  Map<String, Set<String>> relevantTopn() {
    return relevantTopn;
  }

  /** The same of the strangers. */
  Map<String, Set<String>> relevantCold() {
    return relevantCold;
  }

  /** How many ratings of a user the training could see. */
  int historyLength(String user) {
    return historyLengths.getOrDefault(user, 0);
  }

  double rating(int fold, String user, String item) {
    Double rating = ratings.get(key(fold, user, item));
    if (rating == null) {
      throw new IllegalArgumentException(
          "No rating of item " + item + " by user " + user + " is held out of fold " + fold);
    }
    return rating;
  }
}
