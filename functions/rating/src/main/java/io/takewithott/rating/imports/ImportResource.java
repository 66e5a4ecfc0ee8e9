package io.takewithott.rating.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.http.Routes;
import io.takewithott.core.json.Json;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.objects.Checksum;
import io.takewithott.core.taste.TasteAnnouncements;
import io.takewithott.rating.imports.ImportReport.Line;
import io.takewithott.rating.imports.ImportStore.Begun;
import io.takewithott.rating.imports.ImportStore.Matched;
import io.takewithott.rating.imports.ImportStore.Stored;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a file of ratings in, as one change of taste. Two database calls, and one for every 2,000
 * lines; the same file again is answered from its report, with one.
 */
public final class ImportResource {
  /** Some ten thousand lines; API Gateway and Lambda would take more. */
  static final int MOST_BYTES = 1_000_000;

  private static final int ROWS_A_CALL = 2000;

  private final ImportStore store;
  private final TasteAnnouncements announcements;

  public ImportResource(
      Database database, RateLimits limits, TasteAnnouncements announcements, InstantSource clock) {
    this.store = new ImportStore(database, limits, clock);
    this.announcements = announcements;
  }

  public void addTo(Routes.Builder routes) {
    routes.post("/me/ratings/imports", this::take);
  }

  private Response take(Request request) {
    Caller caller = request.requireCaller();
    byte[] bytes = request.bytes(MOST_BYTES);
    boolean replace = replaces(request.query("existing").orElse("keep"));
    String scale = request.query("scale").orElse("");
    String digest = digest(bytes, replace, scale);
    Begun begun = store.begin(caller, digest);
    if (begun.report() instanceof ObjectNode report) {
      // The first time it may have been stored and not told.
      announcements.announce(caller.userId(), begun.tasteVersion(), false);
      return Response.ok(report.put("tasteVersion", begun.tasteVersion()).put("again", true));
    }
    RatingFile file = RatingFile.of(bytes);
    Scale points = scale.isEmpty() ? Scale.detected(file.rows(), file.imdb()) : Scale.of(scale);
    Outcome outcome = outcome(file, points);
    Stored stored =
        store.store(caller.userId(), digest, outcome.matched.values(), replace, outcome.report);
    if (stored.tasteVersion() == null) {
      throw new AppException(ErrorCode.UNAUTHENTICATED, "This account is gone: log in again");
    }
    announcements.announce(caller.userId(), stored.tasteVersion(), stored.inBurst());
    ObjectNode report = Json.mapper().valueToTree(outcome.report);
    report
        .put("added", stored.added())
        .put("changed", stored.changed())
        .put("kept", stored.kept())
        .put("tasteVersion", stored.tasteVersion());
    return Response.ok(report);
  }

  private Outcome outcome(RatingFile file, Scale scale) {
    Matching matching = new Matching();
    for (int from = 0; from < file.rows().size(); from += ROWS_A_CALL) {
      int to = Math.min(from + ROWS_A_CALL, file.rows().size());
      matching.add(store.candidates(file.rows().subList(from, to)));
    }
    Map<Long, Matched> matched = new LinkedHashMap<>();
    List<Line> unknown = new ArrayList<>();
    List<Line> ambiguous = new ArrayList<>();
    List<RatingFile.BadLine> invalid = new ArrayList<>(file.badLines());
    int twice = 0;
    for (RatedRow row : file.rows()) {
      List<Long> titles = matching.titles(row);
      if (!scale.holds(row.rating())) {
        invalid.add(new RatingFile.BadLine(row.line(), "more than " + scale.most() + " points"));
      } else if (titles.size() == 1) {
        long titleId = titles.get(0);
        Matched rating = new Matched(titleId, scale.halfStars(row.rating()), row.ratedAtSeconds());
        twice += matched.put(titleId, rating) == null ? 0 : 1;
      } else {
        (titles.isEmpty() ? unknown : ambiguous).add(Line.of(row, titles));
      }
    }
    return new Outcome(
        matched, report(file, scale, matched.size(), twice, unknown, ambiguous, invalid));
  }

  private static ImportReport report(
      RatingFile file,
      Scale scale,
      int matched,
      int twice,
      List<Line> unknown,
      List<Line> ambiguous,
      List<RatingFile.BadLine> invalid) {
    return new ImportReport(
        file.encoding(),
        scale.most(),
        file.rows().size() + file.withoutRating() + file.badLines().size(),
        matched,
        twice,
        file.withoutRating(),
        unknown.size(),
        ambiguous.size(),
        invalid.size(),
        first(unknown),
        first(ambiguous),
        first(invalid));
  }

  private static <T> List<T> first(List<T> all) {
    return List.copyOf(all.subList(0, Math.min(ImportReport.MOST_LISTED, all.size())));
  }

  private static boolean replaces(String existing) {
    return switch (existing) {
      case "keep" -> false;
      case "replace" -> true;
      default ->
          throw new AppException(
              ErrorCode.INVALID_VALUE,
              "What you rated here is to be kept or replaced: keep, replace",
              Map.of("field", "existing"));
    };
  }

  /** The same file with other wishes is another import. */
  private static String digest(byte[] bytes, boolean replace, String scale) {
    String wishes = Checksum.sha256(bytes) + " " + replace + " " + scale;
    return Checksum.sha256(wishes.getBytes(StandardCharsets.UTF_8));
  }

  private record Outcome(Map<Long, Matched> matched, ImportReport report) {}
}
