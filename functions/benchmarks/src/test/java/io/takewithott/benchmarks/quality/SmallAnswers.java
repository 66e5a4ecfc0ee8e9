package io.takewithott.benchmarks.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A data set with its answers, as the independent scorer reads it: 40 users, 80 items, each user
 * with 20 ratings, of which every fifth is held out and every fifth of the rest is validation.
 */
final class SmallAnswers {
  private static final int USERS = 40;
  private static final int ITEMS = 80;
  private static final int RATINGS = 20;

  private SmallAnswers() {}

  static void write(Path folder, String name) throws IOException {
    List<String> rows = new ArrayList<>(List.of("user,item,rating"));
    List<String> holdout = new ArrayList<>();
    List<String> folds = new ArrayList<>();
    List<String> cold = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      for (int i = 0; i < RATINGS; i++) {
        rows.add(user + "," + item(user, i) + "," + (i % 3 == 0 ? 1.5 : 3.5));
        holdout.add(i % 5 == 4 ? "1" : i % 5 == 3 ? "2" : "0");
        folds.add(String.valueOf((user + i) % 5));
      }
      if (user % 4 == 0) {
        cold.add(
            user
                + " "
                + user / 4 % 5
                + " "
                + item(user, 1)
                + " "
                + item(user, 2)
                + " "
                + item(user, 4));
      }
    }
    Files.createDirectories(folder);
    Files.write(folder.resolve(name + ".csv"), rows);
    Files.write(folder.resolve(name + ".holdout"), holdout);
    Files.write(folder.resolve(name + ".cv5"), folds);
    Files.write(folder.resolve(name + ".cold"), cold);
    Files.write(folder.resolve(name + ".users"), ids("u", USERS));
    Files.write(folder.resolve(name + ".items"), ids("i", ITEMS));
  }

  /** The i-th title of a user: half of the users keep to the even ones. */
  private static int item(int user, int i) {
    return (user * 7 + i * 2) % (ITEMS / 2) * 2 + user % 2;
  }

  private static List<String> ids(String letter, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(letter + i);
    }
    return ids;
  }
}
