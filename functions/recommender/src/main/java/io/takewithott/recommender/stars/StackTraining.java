package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the stack by least squares on held-out ratings. The coefficients are drawn towards the
 * factors alone; which of them may be free at all is decided by cross-validation, from none at all
 * (the baseline) to all of them, so that a world in which factors and neighbours say nothing gets
 * the baseline.
 */
final class StackTraining {
  private static final int FOLDS = 10;

  /** As if so many average ratings had confirmed what the coefficients are drawn towards. */
  private static final double RIDGE = 10;

  /** Fewer held-out ratings decide nothing. */
  private static final int FEWEST = 30;

  /** Which terms are free, from none to all. */
  private static final List<int[]> FORMS =
      List.of(
          new int[] {},
          new int[] {Stack.FACTORS_FROM},
          new int[] {0, Stack.FACTORS_FROM, Stack.NEIGHBOURS_FROM},
          withCounts(),
          IntStream.range(0, Stack.SIZE).toArray());

  private final List<Case> cases;
  private final Equations[] folds = new Equations[FOLDS];

  StackTraining(List<Case> cases) {
    this.cases = cases;
    double[] terms = new double[Stack.SIZE];
    Arrays.setAll(folds, fold -> new Equations());
    for (int i = 0; i < cases.size(); i++) {
      Stack.terms(cases.get(i).clues(), terms);
      folds[fold(i)].add(terms, cases.get(i).residual());
    }
  }

  private static int[] withCounts() {
    int user = 2;
    int title = 3;
    return new int[] {
      0,
      1,
      2 + user,
      2 + title,
      Stack.FACTORS_FROM,
      Stack.FACTORS_FROM + 1 + user,
      Stack.FACTORS_FROM + 1 + title,
      Stack.NEIGHBOURS_FROM,
      Stack.NEIGHBOURS_FROM + 1 + user,
      Stack.NEIGHBOURS_FROM + 1 + title
    };
  }

  Stack train() {
    if (cases.size() < FEWEST) {
      return Stack.BASELINE;
    }
    int[] best = FORMS.get(0);
    double least = Double.MAX_VALUE;
    for (int[] form : FORMS) {
      double error = squaredErrors(form);
      if (error < least) {
        least = error;
        best = form;
      }
    }
    return fit(best, -1);
  }

  /** The squared errors of each fold under what the others give. */
  private double squaredErrors(int[] form) {
    Stack[] stacks = new Stack[FOLDS];
    Arrays.setAll(stacks, fold -> fit(form, fold));
    double sum = 0;
    for (int i = 0; i < cases.size(); i++) {
      double error = cases.get(i).error(stacks[fold(i)]);
      sum += error * error;
    }
    return sum;
  }

  /** Neighbouring cases belong to one user: they are spread over the folds by a hash. */
  private static int fold(int i) {
    return (int) Long.remainderUnsigned(SplitMix64.mixed(i), FOLDS);
  }

  private Stack fit(int[] form, int without) {
    Equations all = new Equations();
    for (int fold = 0; fold < FOLDS; fold++) {
      if (fold != without) {
        all.add(folds[fold]);
      }
    }
    return form.length == 0 ? Stack.BASELINE : all.solve(form, Stack.FACTORS.coefficients());
  }

  /** The normal equations over all terms. */
  private static final class Equations {
    private final double[] matrix = new double[Stack.SIZE * Stack.SIZE];
    private final double[] right = new double[Stack.SIZE];
    private int count;

    void add(double[] terms, double residual) {
      for (int i = 0; i < Stack.SIZE; i++) {
        right[i] += terms[i] * residual;
        for (int j = 0; j <= i; j++) {
          matrix[i * Stack.SIZE + j] += terms[i] * terms[j];
        }
      }
      count++;
    }

    void add(Equations other) {
      Arrays.setAll(matrix, i -> matrix[i] + other.matrix[i]);
      Arrays.setAll(right, i -> right[i] + other.right[i]);
      count += other.count;
    }

    /** The free coefficients drawn towards those of a start; the others stay as there. */
    Stack solve(int[] free, float[] start) {
      int size = free.length;
      double[] part = new double[size * size];
      double[] rest = new double[size];
      for (int a = 0; a < size; a++) {
        int term = free[a];
        rest[a] = right[term] - start[Stack.FACTORS_FROM] * product(term, Stack.FACTORS_FROM);
        for (int b = 0; b <= a; b++) {
          part[a * size + b] = product(term, free[b]);
        }
        double square = product(term, term);
        part[a * size + a] += square > 0 ? RIDGE * square / count : 1;
      }
      SymmetricSystem.factorise(part, size);
      SymmetricSystem.forward(part, rest);
      SymmetricSystem.backward(part, rest);
      float[] coefficients = start.clone();
      for (int a = 0; a < size; a++) {
        coefficients[free[a]] += (float) rest[a];
      }
      return new Stack(coefficients);
    }

    private double product(int a, int b) {
      return matrix[Math.max(a, b) * Stack.SIZE + Math.min(a, b)];
    }
  }
}
