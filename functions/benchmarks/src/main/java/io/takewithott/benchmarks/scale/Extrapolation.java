package io.takewithott.benchmarks.scale;

import io.takewithott.benchmarks.Stages.Cost;

/**
 * What a stage would take on more cores, by Amdahl's law (AFIPS 1967). Of a stage that took W
 * seconds and C seconds of processor time on n cores, W = s + p / n and C = s + p, where s is its
 * serial and p its parallel part; hence p = (C − W) · n / (n − 1), and on m cores it takes s + p /
 * m. Whatever else the machine does makes W longer and so the serial part larger: the error is on
 * the safe side.
 *
 * @param serialSeconds done by one core while the others wait
 * @param parallelSeconds of processor time, shared by all cores
 */
record Extrapolation(double serialSeconds, double parallelSeconds) {
  static Extrapolation of(Cost cost, int cores) {
    if (cores < 2) {
      return new Extrapolation(cost.seconds(), 0);
    }
    double gained = (cost.processorSeconds() - cost.seconds()) * cores / (cores - 1);
    double parallel = Math.max(0, Math.min(cost.processorSeconds(), gained));
    double serial = Math.max(cost.seconds() - parallel / cores, 0);
    return new Extrapolation(serial, parallel);
  }

  double secondsOn(int cores) {
    return serialSeconds + parallelSeconds / cores;
  }
}
