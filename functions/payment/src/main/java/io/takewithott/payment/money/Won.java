package io.takewithott.payment.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whole won, never negative. Divided by largest remainder: parts differ by one won at most, the
 * larger ones come first, and together they are the whole.
 */
public record Won(long amount) implements Comparable<Won> {
  public static final Won NONE = new Won(0);

  /** Above every amount that the tables take; far below what a long overflows at. */
  private static final long MOST = 1_000_000_000_000L;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Won {
    if (amount < 0 || amount > MOST) {
      throw new IllegalArgumentException(amount + " won are no amount");
    }
  }

  public Won plus(Won other) {
    return new Won(amount + other.amount);
  }

  public Won minus(Won other) {
    return new Won(amount - other.amount);
  }

  public boolean isNone() {
    return amount == 0;
  }

  /** All parts of the whole, the larger ones first. */
  public List<Won> split(int parts) {
    return IntStream.range(0, parts).mapToObj(part -> part(part, parts)).toList();
  }

  /** One of the parts, counted from 0. */
  public Won part(int index, int parts) {
    if (parts < 1 || index < 0 || index >= parts) {
      throw new IllegalArgumentException("There is no part " + index + " of " + parts);
    }
    return new Won(amount / parts + (index < amount % parts ? 1 : 0));
  }

  /** The first parts together. */
  public Won first(int count, int parts) {
    if (parts < 1 || count < 0 || count > parts) {
      throw new IllegalArgumentException("There are no first " + count + " of " + parts);
    }
    return new Won(amount / parts * count + Math.min(count, amount % parts));
  }

  @Override
  public int compareTo(Won other) {
    return Long.compare(amount, other.amount);
  }

  @JsonValue
  public long value() {
    return amount;
  }

  @Override
  public String toString() {
    return amount + " won";
  }
}
