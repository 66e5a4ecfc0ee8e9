package io.takewithott.local.world.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.local.world.BadLine;
import io.takewithott.local.world.Remarks;
import io.takewithott.local.world.load.ImportReport.Count;
import io.takewithott.local.world.load.ImportReport.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ImportReportTest {

  @Test
  void reportSaysWhatWasWrittenAndWhatWasLeftOut() {
    ImportReport report =
        new ImportReport(
            "ml-1m",
            "MovieLens 1M",
            Outcome.COMPLETED,
            new Count(3883, 0),
            new Count(6040, 0),
            new Count(1_000_200, 400_200),
            600_000,
            new Remarks(
                12,
                List.of(new BadLine("ratings.dat", 7, "unknown title 9")),
                3,
                Map.of("Short", 2L, "Adult", 1L)),
            Map.of(
                Stage.RATINGS, Duration.ofMillis(12_345), Stage.READING, Duration.ofMillis(999)));

    assertThat(report.text())
        .isEqualToNormalizingNewlines(
            """
            ml-1m (MovieLens 1M) completed:
              3,883 titles: 0 written, 3,883 unchanged
              6,040 viewers: 0 written, 6,040 unchanged
              1,000,200 ratings: 400,200 written, 600,000 unchanged
              600,000 ratings had been stored before
              3 ratings gave way to a later one of the same title
              genres left out: {Adult=1, Short=2}
              12 lines left out
                ratings.dat, line 7: unknown title 9
                …
              reading took 1.0 s
              ratings took 12.3 s
            """);
  }
}
