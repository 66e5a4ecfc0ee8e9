package io.takewithott.local.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a process has used so far, as Linux counts it.
 *
 * @param processor of all its threads, in steps of ten milliseconds
 * @param peakBytes the most memory that it had resident
 */
public record ProcessUse(Duration processor, long peakBytes) {
  private static final String PEAK = "VmHWM:";
  private static final int KIBIBYTE_BITS = 10;

  /** Nothing of a process that has ended, or where nobody counts. */
  static ProcessUse of(ProcessHandle process) {
    Duration processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
    try {
      Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
      return new ProcessUse(processor, peakBytes(Files.readAllLines(status)));
    } catch (IOException gone) {
      return new ProcessUse(processor, 0);
    }
  }

  /** Of lines such as {@code VmHWM: 1234 kB}. */
  static long peakBytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(PEAK) && line.endsWith(" kB"))
        .map(line -> line.substring(PEAK.length(), line.length() - " kB".length()).strip())
        .filter(kibibytes -> kibibytes.matches("[0-9]{1,15}"))
        .mapToLong(kibibytes -> Long.parseLong(kibibytes) << KIBIBYTE_BITS)
        .findFirst()
        .orElse(0);
  }
}
