package io.takewithott.benchmarks;

import io.takewithott.benchmarks.Stages.Cost;
import io.takewithott.benchmarks.Stages.Measured;
import io.takewithott.recommender.progress.Phases;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What each phase of a training cost. */
public final class MeasuredPhases implements Phases {
  private static final String CHOOSING = "choose: ";

  private final Stages stages;
  private final Map<String, Cost> costs = new LinkedHashMap<>();

  public MeasuredPhases(Stages stages) {
    this.stages = stages;
  }

  @Override
  public <T> T run(String name, Supplier<T> phase) {
    try {
      Measured<T> measured = stages.measure("  " + name, phase::get);
      costs.merge(name, measured.cost(), Cost::plus);
      return measured.result();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception impossible) {
      throw new IllegalStateException("A supplier throws nothing that is checked", impossible);
    }
  }

  /** Together, without those in which training chooses its settings. */
  public Cost withoutChoosing() {
    return costs.entrySet().stream()
        .filter(phase -> !phase.getKey().startsWith(CHOOSING))
        .map(Map.Entry::getValue)
        .reduce(new Cost(0, 0, 0), Cost::plus);
  }

  /** By name, in the order in which they ran. */
  public Map<String, Cost> costs() {
    return costs;
  }
}
