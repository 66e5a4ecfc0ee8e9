package io.takewithott.recommender.snapshot;

import io.takewithott.recommender.snapshot.SqlRatingsSource.Packed;
import java.util.List;

/** Reads packed ratings into a log without making an object of each. */
final class PackedRatings {
  private final RatingLog log;
  private String text = "";
  private int at;

  PackedRatings(RatingLog log) {
    this.log = log;
  }

  void addWithoutTransactions(List<Packed> rows) {
    for (Packed row : rows) {
      begin(row);
      while (at < text.length()) {
        log.add(number(), number(), (int) number(), (int) number());
      }
    }
  }

  /** Adds the rows and answers the transaction of the last, or the one given when there is none. */
  long addWithTransactions(List<Packed> rows, long otherwise) {
    long transaction = otherwise;
    for (Packed row : rows) {
      begin(row);
      while (at < text.length()) {
        log.add(number(), number(), (int) number(), (int) number());
        transaction = number();
      }
    }
    return transaction;
  }

  private void begin(Packed row) {
    text = row.packed();
    at = 0;
  }

  /** The number at this place, and past the space or semicolon behind it. */
  private long number() {
    int end = at;
    while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ';') {
      end++;
    }
    long value = Long.parseLong(text, at, end, 10);
    at = end + 1;
    return value;
  }
}
