package io.takewithott.local.world;

import java.util.Arrays;

/**
 * Ratings as columns of primitives, 13 bytes each, grouped by viewer: twenty-five million take
 * about 325 MB. A viewer's second rating of a title replaces the first when it is not older.
 */
public final class Ratings {
  /** Enough for the largest MovieLens release, and a bound on the memory a wrong file can take. */
  public static final int MOST = 35_000_000;

  private final int[] viewers;
  private final int[] titles;
  private final byte[] halfStars;
  private final int[] times;
  private final int size;
  private final long duplicates;

  private Ratings(Collector from, int[] order, int size) {
    this.size = size;
    this.duplicates = (long) from.size - size;
    this.viewers = new int[size];
    this.titles = new int[size];
    this.halfStars = new byte[size];
    this.times = new int[size];
    for (int i = 0; i < size; i++) {
      viewers[i] = from.viewers[order[i]];
      titles[i] = from.titles[order[i]];
      halfStars[i] = from.halfStars[order[i]];
      times[i] = from.times[order[i]];
    }
  }

  public int size() {
    return size;
  }

  /** The position of the viewer in the list of viewers. */
  public int viewer(int rating) {
    return viewers[rating];
  }

  /** The position of the title in the list of titles. */
  public int title(int rating) {
    return titles[rating];
  }

  public int halfStars(int rating) {
    return halfStars[rating];
  }

  public long ratedAtEpochSeconds(int rating) {
    return Integer.toUnsignedLong(times[rating]);
  }

  /** How many ratings gave way to another of the same viewer and title. */
  public long duplicates() {
    return duplicates;
  }

  /** Takes ratings in any order. */
  public static final class Collector {
    private static final int FIRST_CAPACITY = 1 << 16;

    private int[] viewers = new int[FIRST_CAPACITY];
    private int[] titles = new int[FIRST_CAPACITY];
    private byte[] halfStars = new byte[FIRST_CAPACITY];
    private int[] times = new int[FIRST_CAPACITY];
    private int size;

    /**
     * @throws DataRefusedException when there are more than {@link #MOST}
     */
    public void add(int viewer, int title, int stars, long ratedAtEpochSeconds) {
      if (size == MOST) {
        throw new DataRefusedException(
            "There are more than " + MOST + " ratings, which is the most that can be imported");
      }
      if (size == viewers.length) {
        grow((int) Math.min(MOST, size * 2L));
      }
      viewers[size] = viewer;
      titles[size] = title;
      halfStars[size] = (byte) stars;
      times[size] = (int) ratedAtEpochSeconds;
      size++;
    }

    public int size() {
      return size;
    }

    /** Groups by viewer, each viewer's ratings in the order they came, the last of a title kept. */
    public Ratings ratings() {
      int[] order = groupedByViewer();
      int kept = withoutDuplicates(order);
      return new Ratings(this, order, kept);
    }

    private void grow(int capacity) {
      viewers = Arrays.copyOf(viewers, capacity);
      titles = Arrays.copyOf(titles, capacity);
      halfStars = Arrays.copyOf(halfStars, capacity);
      times = Arrays.copyOf(times, capacity);
    }

    /** A counting sort, which keeps the order within a viewer. */
    private int[] groupedByViewer() {
      int[] starts = new int[highest(viewers) + 2];
      for (int i = 0; i < size; i++) {
        starts[viewers[i] + 1]++;
      }
      for (int v = 1; v < starts.length; v++) {
        starts[v] += starts[v - 1];
      }
      int[] order = new int[size];
      for (int i = 0; i < size; i++) {
        order[starts[viewers[i]]++] = i;
      }
      return order;
    }

    /** Closes the gaps of replaced ratings in {@code order} and answers how many are left. */
    private int withoutDuplicates(int[] order) {
      int[] placeOfTitle = new int[highest(titles) + 1];
      Arrays.fill(placeOfTitle, -1);
      int kept = 0;
      for (int next : order) {
        int place = placeOfTitle[titles[next]];
        if (place >= 0 && place < kept && isSame(order[place], next)) {
          if (Integer.compareUnsigned(times[next], times[order[place]]) >= 0) {
            order[place] = next;
          }
        } else {
          placeOfTitle[titles[next]] = kept;
          order[kept++] = next;
        }
      }
      return kept;
    }

    private boolean isSame(int a, int b) {
      return viewers[a] == viewers[b] && titles[a] == titles[b];
    }

    private int highest(int[] column) {
      int highest = -1;
      for (int i = 0; i < size; i++) {
        highest = Math.max(highest, column[i]);
      }
      return highest;
    }
  }
}
