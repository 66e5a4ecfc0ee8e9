package io.takewithott.recommender.progress;

import java.util.function.Supplier;

/** Runs the phases of a long computation, one after the other, and may measure each. */
public interface Phases {
  /** Runs them and says nothing. */
  Phases SILENT =
      new Phases() {
        @Override
        public <T> T run(String name, Supplier<T> phase) {
          return phase.get();
        }
      };

  <T> T run(String name, Supplier<T> phase);
}
