package io.takewithott.catalog.text;

import java.util.Arrays;

/**
 * The best alignment of two sequences of sounds: local, with gaps that cost more to open than to
 * lengthen (T. F. Smith and M. S. Waterman, Identification of common molecular subsequences, J.
 * Mol. Biol. 147, 1981; O. Gotoh, An improved algorithm for matching biological sequences, J. Mol.
 * Biol. 162, 1982). A line may go on before and after what was said of it, a forgotten word is one
 * gap, and a misheard sound costs by how alike the two are.
 */
public final class Alignment {
  static final int GAP_OPEN = 7;
  static final int GAP_LONGER = 2;

  /** Low enough never to be chosen, far enough from the smallest int. */
  private static final int NEVER = Integer.MIN_VALUE / 2;

  private final byte[] query;
  private int[] best = new int[0];
  private int[] gapInQuery = new int[0];

  public Alignment(byte[] query) {
    this.query = query;
  }

  /** What the query would score against itself. */
  public int perfect() {
    return SoundSimilarity.SAME * query.length;
  }

  /** The score of the best alignment with a line that lies somewhere in an array. */
  public int score(byte[] lines, int start, int length) {
    if (best.length <= length) {
      best = new int[length + 1];
      gapInQuery = new int[length + 1];
    }
    Arrays.fill(best, 0, length + 1, 0);
    Arrays.fill(gapInQuery, 0, length + 1, NEVER);
    int highest = 0;
    for (byte sound : query) {
      int diagonal = 0;
      int gapInLine = NEVER;
      int left = 0;
      for (int j = 1; j <= length; j++) {
        int above = best[j];
        int fromAbove = Math.max(above - GAP_OPEN, gapInQuery[j]) - GAP_LONGER;
        gapInLine = Math.max(left - GAP_OPEN, gapInLine) - GAP_LONGER;
        int cell = diagonal + SoundSimilarity.of(sound, lines[start + j - 1]);
        cell = Math.max(Math.max(cell, 0), Math.max(fromAbove, gapInLine));
        diagonal = above;
        best[j] = cell;
        gapInQuery[j] = fromAbove;
        left = cell;
        highest = Math.max(highest, cell);
      }
    }
    return highest;
  }

  /** Which sounds of the line the best alignment pairs with sounds of the query. */
  public boolean[] paired(byte[] line) {
    return new Trace(query, line).paired();
  }

  /** The whole table, kept so that the way back can be found. */
  private static final class Trace {
    private final byte[] query;
    private final byte[] line;
    private final int[][] best;
    private final int[][] gapInQuery;
    private final int[][] gapInLine;

    Trace(byte[] query, byte[] line) {
      this.query = query;
      this.line = line;
      this.best = new int[query.length + 1][line.length + 1];
      this.gapInQuery = new int[query.length + 1][line.length + 1];
      this.gapInLine = new int[query.length + 1][line.length + 1];
      Arrays.fill(gapInQuery[0], NEVER);
      for (int[] row : gapInLine) {
        row[0] = NEVER;
      }
      fill();
    }

    private void fill() {
      for (int i = 1; i <= query.length; i++) {
        for (int j = 1; j <= line.length; j++) {
          gapInQuery[i][j] = Math.max(best[i - 1][j] - GAP_OPEN, gapInQuery[i - 1][j]) - GAP_LONGER;
          gapInLine[i][j] = Math.max(best[i][j - 1] - GAP_OPEN, gapInLine[i][j - 1]) - GAP_LONGER;
          int pair = best[i - 1][j - 1] + SoundSimilarity.of(query[i - 1], line[j - 1]);
          best[i][j] = Math.max(Math.max(0, pair), Math.max(gapInQuery[i][j], gapInLine[i][j]));
        }
      }
    }

    boolean[] paired() {
      boolean[] paired = new boolean[line.length];
      int i = 0;
      int j = 0;
      for (int row = 1; row <= query.length; row++) {
        for (int column = 1; column <= line.length; column++) {
          if (best[row][column] > best[i][j]) {
            i = row;
            j = column;
          }
        }
      }
      while (i > 0 && j > 0 && best[i][j] > 0) {
        if (best[i][j] == best[i - 1][j - 1] + SoundSimilarity.of(query[i - 1], line[j - 1])) {
          paired[j - 1] = SoundSimilarity.of(query[i - 1], line[j - 1]) > 0;
          i--;
          j--;
        } else if (best[i][j] == gapInQuery[i][j]) {
          i--;
          while (i > 0 && gapInQuery[i + 1][j] != best[i][j] - GAP_OPEN - GAP_LONGER) {
            i--;
          }
        } else {
          j--;
          while (j > 0 && gapInLine[i][j + 1] != best[i][j] - GAP_OPEN - GAP_LONGER) {
            j--;
          }
        }
      }
      return paired;
    }
  }
}
