package io.takewithott.recommender.stars;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the stack by least squares on held-out ratings. The coefficients are drawn towards the
 * factors alone; which of them may be free at all is decided by cross-validation, from none at all
 * (the baseline) to all of them, so that a world in which factors and neighbours say nothing gets
 * the baseline.
 */
final class StackTraining {
  private static final int FOLDS = 10;

  /** As if so many ratings had confirmed what the coefficients are drawn towards. */
  private static final double RIDGE = 10;

  /** Fewer held-out ratings decide nothing. */
  private static final int FEWEST = 30;

  private static final Stack BASELINE = new Stack(new float[Stack.SIZE]);

  /** Which coefficients are free, from the simplest. */
  private static final boolean[][] FORMS = {
    {false, false, false, false, false, false, false, false, false, false},
    {false, false, false, false, true, false, false, false, false, false},
    {true, false, false, false, true, false, false, true, false, false},
    {true, true, true, true, true, false, false, true, false, false},
    {true, true, true, true, true, true, true, true, true, true},
  };

  private final List<Case> cases;

  StackTraining(List<Case> cases) {
    this.cases = cases;
  }

  Stack train() {
    if (cases.size() < FEWEST) {
      return BASELINE;
    }
    boolean[] best = FORMS[0];
    double least = Double.MAX_VALUE;
    for (boolean[] form : FORMS) {
      double error = squaredErrors(form);
      if (error < least) {
        least = error;
        best = form;
      }
    }
    return fit(best, -1);
  }

  /** The sum of squared errors of each fold under what the others give. */
  private double squaredErrors(boolean[] form) {
    double sum = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      Stack stack = fit(form, fold);
      for (int i = 0; i < cases.size(); i++) {
        if (fold(i) == fold) {
          double error = cases.get(i).error(stack);
          sum += error * error;
        }
      }
    }
    return sum;
  }

  /** Neighbouring cases belong to one user: they are spread over the folds by a hash. */
  private static int fold(int i) {
    return (int) Long.remainderUnsigned(RandomStream.mixed(i), FOLDS);
  }

  private Stack fit(boolean[] form, int without) {
    int[] free = new int[Stack.SIZE];
    int count = 0;
    for (int i = 0; i < Stack.SIZE; i++) {
      if (form[i]) {
        free[count++] = i;
      }
    }
    double[] matrix = new double[count * count];
    double[] right = new double[count];
    double[] row = new double[count];
    Stack start = count == 0 ? BASELINE : Stack.FACTORS;
    for (int i = 0; i < cases.size(); i++) {
      if (fold(i) != without) {
        Case one = cases.get(i);
        double rest = one.residual() - start.factors(one.input());
        for (int a = 0; a < count; a++) {
          row[a] = one.input().value(free[a]);
          right[a] += row[a] * rest;
          for (int b = 0; b <= a; b++) {
            matrix[a * count + b] += row[a] * row[b];
          }
        }
      }
    }
    for (int a = 0; a < count; a++) {
      matrix[a * count + a] += RIDGE;
    }
    SymmetricSystem.factorise(matrix, count);
    SymmetricSystem.forward(matrix, right);
    SymmetricSystem.backward(matrix, right);
    float[] coefficients = Arrays.copyOf(start.coefficients(), Stack.SIZE);
    for (int a = 0; a < count; a++) {
      coefficients[free[a]] += (float) right[a];
    }
    return new Stack(coefficients);
  }
}
