package io.takewithott.recommender.taste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.mahout.cf.taste.impl.common.LongPrimitiveIterator;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.model.PreferenceArray;

/** All that a data model answers, as text, so that two can be compared. */
final class DataModelText {
  private DataModelText() {}

  /** Every method's answers for these ids, known or not; a refusal by its class. */
  static String of(DataModel model, long[] userIds, long[] itemIds) throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add("users " + model.getNumUsers() + " " + ids(model.getUserIDs()));
    lines.add("items " + model.getNumItems() + " " + ids(model.getItemIDs()));
    lines.add(model.hasPreferenceValues() + " " + model.getMinPreference() + " to ");
    lines.add(String.valueOf(model.getMaxPreference()));
    for (long user : userIds) {
      lines.add("user " + user + answer(() -> text(model.getPreferencesFromUser(user))));
      lines.add(answer(() -> sorted(model.getItemIDsFromUser(user).toArray())));
      for (long item : itemIds) {
        lines.add(answer(() -> String.valueOf(model.getPreferenceValue(user, item))));
        lines.add(answer(() -> String.valueOf(model.getPreferenceTime(user, item))));
      }
    }
    for (long item : itemIds) {
      lines.add("item " + item + answer(() -> text(model.getPreferencesForItem(item))));
      lines.add(String.valueOf(model.getNumUsersWithPreferenceFor(item)));
      for (long other : itemIds) {
        lines.add(String.valueOf(model.getNumUsersWithPreferenceFor(item, other)));
      }
    }
    return String.join("\n", lines);
  }

  /** Each preference as {@code user item stars}, one a line. */
  static String text(PreferenceArray preferences) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < preferences.length(); i++) {
      text.append(preferences.getUserID(i))
          .append(' ')
          .append(preferences.getItemID(i))
          .append(' ')
          .append(preferences.getValue(i))
          .append('\n');
    }
    return text.toString();
  }

  private static String answer(Callable<String> question) {
    try {
      return " " + question.call();
    } catch (Exception refusal) {
      return " " + refusal.getClass().getSimpleName() + " " + refusal.getMessage();
    }
  }

  private static String sorted(long[] ids) {
    Arrays.sort(ids);
    return Arrays.toString(ids);
  }

  private static String ids(LongPrimitiveIterator ids) {
    List<Long> all = new ArrayList<>();
    ids.forEachRemaining(all::add);
    return all.toString();
  }
}
