package io.takewithott.recommender.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Ratings in the order they were read. Zero half stars mean that the rating was removed. Where a
 * user and title come twice, the later one counts.
 *
 * <p>It holds 13 bytes a rating, in pieces that are never copied: the log of a whole export stands
 * in memory together with the snapshot that is made of it.
 */
public final class RatingLog {
  private static final int PIECE_BITS = 16;
  private static final int PIECE_SIZE = 1 << PIECE_BITS;
  private static final int WITHIN_PIECE = PIECE_SIZE - 1;

  private final IdDictionary userIds = new IdDictionary();
  private final IdDictionary titleIds = new IdDictionary();
  private final List<Piece> pieces = new ArrayList<>();
  private int size;
  private boolean ascending = true;
  private long lastUser;
  private long lastTitle;

  public void add(long userId, long titleId, int halves, int ratedAtEpochSeconds) {
    if (halves < 0 || halves > 10) {
      throw new IllegalArgumentException(halves + " half stars, 1 to 10 are possible");
    }
    int within = size & WITHIN_PIECE;
    if (within == 0) {
      pieces.add(new Piece());
    }
    if (size > 0 && !before(lastUser, lastTitle, userId, titleId)) {
      ascending = false;
    }
    Piece piece = pieces.get(pieces.size() - 1);
    piece.users[within] = userIds.numberOf(userId);
    piece.titles[within] = titleIds.numberOf(titleId);
    piece.halfStars[within] = (byte) halves;
    piece.ratedAt[within] = ratedAtEpochSeconds;
    lastUser = userId;
    lastTitle = titleId;
    size++;
  }

  public int size() {
    return size;
  }

  long user(int position) {
    return userIds.id(piece(position).users[position & WITHIN_PIECE]);
  }

  long title(int position) {
    return titleIds.id(titleNumber(position));
  }

  /** The title's place in {@link #titleIds}. */
  int titleNumber(int position) {
    return piece(position).titles[position & WITHIN_PIECE];
  }

  byte halfStars(int position) {
    return piece(position).halfStars[position & WITHIN_PIECE];
  }

  int ratedAt(int position) {
    return piece(position).ratedAt[position & WITHIN_PIECE];
  }

  /** The distinct titles in the order in which they came. */
  long[] titleIds() {
    return titleIds.ids();
  }

  /**
   * The positions in ascending order of user and title, each pair once: its last. What was read in
   * that order, as a full export is, needs no sorting.
   */
  Order order() {
    if (ascending) {
      return new Order(size, IntUnaryOperator.identity());
    }
    int[] order = new int[size];
    Arrays.setAll(order, position -> position);
    mergeSort(order, new int[size], 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      boolean last = i + 1 == size || compare(order[i], order[i + 1]) != 0;
      if (last) {
        order[kept++] = order[i];
      }
    }
    return new Order(kept, place -> order[place]);
  }

  /** Stable, so that of equal pairs the later stays behind the earlier. */
  private void mergeSort(int[] order, int[] spare, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(order, spare, from, middle);
    mergeSort(order, spare, middle, to);
    System.arraycopy(order, from, spare, from, to - from);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft = right == to || (left < middle && compare(spare[left], spare[right]) <= 0);
      order[i] = takeLeft ? spare[left++] : spare[right++];
    }
  }

  private int compare(int a, int b) {
    int byUser = Long.compare(user(a), user(b));
    return byUser != 0 ? byUser : Long.compare(title(a), title(b));
  }

  private Piece piece(int position) {
    return pieces.get(position >>> PIECE_BITS);
  }

  private static boolean before(long user, long title, long nextUser, long nextTitle) {
    return user < nextUser || (user == nextUser && title < nextTitle);
  }

  /**
   * Positions in another order.
   *
   * @param position the position at a place of that order
   */
  record Order(int size, IntUnaryOperator position) {
    int at(int place) {
      return position.applyAsInt(place);
    }
  }

  private static final class Piece {
    private final int[] users = new int[PIECE_SIZE];
    private final int[] titles = new int[PIECE_SIZE];
    private final byte[] halfStars = new byte[PIECE_SIZE];
    private final int[] ratedAt = new int[PIECE_SIZE];
  }
}
