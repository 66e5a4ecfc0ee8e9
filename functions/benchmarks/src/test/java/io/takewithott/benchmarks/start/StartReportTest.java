package io.takewithott.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartReportTest {
  private final StartReport report = new StartReport();

  @Test
  void eachFunctionIsBesideTheBareHandlerOfItsOwnJava() {
    add("17", Subjects.BARE, Mode.ON_DEMAND, 180, 20);
    add("25", Subjects.BARE, Mode.ON_DEMAND, 90, 10);
    add("17", "AuthFunction", Mode.ON_DEMAND, 700, 300);
    add("17", "AuthFunction", Mode.ON_DEMAND, 900, 300);
    add("17", "AuthFunction", Mode.ON_DEMAND, 600, 200);
    add("25", "AuthFunction", Mode.ON_DEMAND, 300, 100);
    add("17", "AuthFunction", Mode.PRIMED, 1500, 50);

    assertThat(
            report
                .markdown()
                .lines()
                .filter(line -> line.startsWith("| 1") || line.startsWith("| 2")))
        .containsExactly(
            "| 17 | bare handler | on demand | 1 | 180 | 20.0 | 200 | 200 | 1.00 | 2.00 | 3.00 | 400 | 64 |",
            "| 25 | bare handler | on demand | 1 | 90 | 10.0 | 100 | 100 | 1.00 | 2.00 | 3.00 | 400 | 64 |",
            "| 17 | AuthFunction | on demand | 3 | 700 | 300.0 | 1000 | 800 | 5.00 | 2.00 | 3.00 | 400 | 64 |",
            "| 25 | AuthFunction | on demand | 1 | 300 | 100.0 | 400 | 400 | 4.00 | 2.00 | 3.00 | 400 | 64 |",
            // Nobody waits for what is done before the snapshot.
            "| 17 | AuthFunction | primed | 1 | 1500 | 50.0 | 50 | 50 | 0.25 | 2.00 | 3.00 | 400 | 64 |");
  }

  @Test
  void everyStartIsARowOfTheFile(@TempDir Path folder) throws Exception {
    add("17", Subjects.BARE, Mode.ON_DEMAND, 180, 20);
    report.addRoutes(
        List.of(new RouteTimes("17", "GET /me", new Quantiles(List.of(4.0, 2.0, 3.0)))));

    report.write(folder);

    assertThat(Files.readAllLines(folder.resolve("start.csv")))
        .containsExactly(
            "java,function,started,init ms,first call ms,warm p50 ms,warm p99 ms,"
                + "processor ms until answered,peak MB",
            "17,bare handler,on demand,180.0,20.00,2.00,3.00,400,64.0");
    assertThat(Files.readAllLines(folder.resolve("routes.csv")))
        .containsExactly("java,route,calls,least ms,p50 ms,p99 ms", "17,GET /me,3,2.00,3.00,4.00");
    assertThat(folder.resolve("start.md"))
        .content()
        .contains("| 17 | GET /me | 3 | 2.00 | 3.00 | 4.00 |");
  }

  private void add(String java, String subject, Mode mode, double init, double first) {
    report.add(new Start(java, subject, mode, init, first, List.of(2.0, 1.0, 3.0), 400, 64));
  }
}
