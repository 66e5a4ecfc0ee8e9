package io.takewithott.catalog.importing;

import io.takewithott.catalog.importing.RunBook.ReportedTitle;
import io.takewithott.catalog.importing.RunBook.RunEntry;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** For administrators: starts the import, lists its runs, shows one. One database call each. */
public final class ImportResource {
  private static final int RUNS = 60;
  private static final int TITLES = 80;
  private static final Pattern AFTER = Pattern.compile("(film|series)-([0-9]{1,10})");
  private static final Set<String> STATES =
      Set.of("any", "added", "changed", "vanished", "refused", "failed");

  private final RunBook runs;
  private final Runnable wake;
  private final InstantSource clock;

  /**
   * @param wake has the import's function look for what there is to do; should it not hear, the
   *     schedule will
   */
  public ImportResource(RunBook runs, Runnable wake, InstantSource clock) {
    this.runs = runs;
    this.wake = wake;
    this.clock = clock;
  }

  public Response start(Request request) {
    StartRequest wanted =
        request.hasBody() ? request.body(StartRequest.class) : new StartRequest(null, null);
    long run =
        runs.open(
                wanted.runMode(), wanted.isDry(), request.requireCaller().userId(), clock.instant())
            .orElseThrow(
                () -> new AppException(ErrorCode.CONFLICT, "A run of the import is open already"));
    wake.run();
    return Response.accepted(new Started(run, "asked"));
  }

  public Response list(Request request) {
    return Response.ok(new Runs(runs.newest(RUNS)));
  }

  /** {@code ?state=} and {@code ?after=film-123}, the last title of the page before. */
  public Response report(Request request) {
    long run = request.pathId("id");
    String state = request.query("state").orElse("any");
    Matcher after = AFTER.matcher(request.query("after").orElse("film-0"));
    if (!STATES.contains(state)) {
      throw invalid("state", "state is one of any, added, changed, vanished, refused and failed");
    }
    if (!after.matches()) {
      throw invalid("after", "after is what the page before answered as next");
    }
    RunEntry report =
        runs.report(run, state, after.group(1), Long.parseLong(after.group(2)), TITLES)
            .orElseThrow(
                () -> new AppException(ErrorCode.NOT_FOUND, "There is no run with the id " + run));
    List<ReportedTitle> titles = Objects.requireNonNullElse(report.titles(), List.of());
    return Response.ok(
        new Report(
            report,
            titles.size() < TITLES
                ? Optional.empty()
                : Optional.of(titles.get(TITLES - 1))
                    .map(last -> last.kind() + "-" + last.tmdbId())));
  }

  private static AppException invalid(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }

  /**
   * @param mode {@code full} or {@code incremental}, which is meant when it is absent
   * @param dry whether to say what would change, and change nothing
   */
  record StartRequest(@Nullable String mode, @Nullable Boolean dry) {
    StartRequest {
      if (mode != null && !mode.equals("full") && !mode.equals("incremental")) {
        throw invalid("mode", "mode is full or incremental");
      }
    }

    RunMode runMode() {
      return "full".equals(mode) ? RunMode.FULL : RunMode.INCREMENTAL;
    }

    boolean isDry() {
      return Boolean.TRUE.equals(dry);
    }
  }

  record Started(long runId, String state) {}

  record Runs(List<RunEntry> runs) {}

  /**
   * @param next what to ask for after, if there may be more titles
   */
  record Report(RunEntry run, Optional<String> next) {}
}
