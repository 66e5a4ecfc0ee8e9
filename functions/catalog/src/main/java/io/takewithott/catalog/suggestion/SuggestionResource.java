package io.takewithott.catalog.suggestion;

import io.takewithott.catalog.suggestion.DecisionRequests.Acceptance;
import io.takewithott.catalog.suggestion.DecisionRequests.RefusalRequest;
import io.takewithott.catalog.suggestion.SuggestionStore.Known;
import io.takewithott.catalog.suggestion.SuggestionStore.Suggestion;
import io.takewithott.catalog.text.FoldedText;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Suggests lines, two database calls; lists them and decides about them, one each. */
public final class SuggestionResource {
  private static final int PAGE = 50;
  private static final Set<String> STATES = Set.of("waiting", "accepted", "refused");

  private final SuggestionStore store;
  private final InstantSource clock;

  public SuggestionResource(SuggestionStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A member suggests a line of a title. */
  public Response suggest(Request request) {
    Caller caller = request.requireCaller();
    long titleId = request.pathId("id");
    LineRequest line = request.body(LineRequest.class);
    Known known =
        store
            .known(titleId)
            .orElseThrow(
                () ->
                    new AppException(
                        ErrorCode.NOT_FOUND, "There is no title with the id " + titleId));
    String key = FoldedText.of(line.line()).key();
    if (known.lines().stream().anyMatch(other -> FoldedText.of(other).key().equals(key))) {
      throw new AppException(ErrorCode.CONFLICT, "This line is known already");
    }
    if (known.waiting().stream().anyMatch(other -> FoldedText.of(other).key().equals(key))) {
      throw SuggestionStore.waitsAlready();
    }
    long suggestionId = store.add(titleId, caller, line, key, clock.instant());
    return Response.accepted(new Suggested(suggestionId, "waiting"));
  }

  /** For administrators, {@code ?state=} and {@code ?after=} the last id of the page before. */
  public Response list(Request request) {
    String state = request.query("state").orElse("waiting");
    if (!STATES.contains(state)) {
      throw invalid("state", "state is one of waiting, accepted and refused");
    }
    String after = request.query("after").orElse("0");
    if (!after.matches("[0-9]{1,18}")) {
      throw invalid("after", "after is the id of a suggestion");
    }
    List<Suggestion> page =
        store.page(
            request.requireCaller(), state, Long.parseLong(after), PAGE + 1, clock.instant());
    List<Suggestion> shown = page.stream().limit(PAGE).toList();
    return Response.ok(
        new SuggestionList(
            shown,
            page.size() > PAGE
                ? Optional.ofNullable(shown.get(PAGE - 1).suggestionId())
                : Optional.empty()));
  }

  public Response accept(Request request) {
    Acceptance acceptance =
        request.hasBody() ? request.body(Acceptance.class) : new Acceptance(null, null);
    long suggestionId = request.pathId("id");
    long lineId = store.accept(request.requireCaller(), suggestionId, acceptance, clock.instant());
    return Response.ok(new Accepted(suggestionId, "accepted", lineId));
  }

  public Response refuse(Request request) {
    RefusalRequest refusal = request.body(RefusalRequest.class);
    long suggestionId = request.pathId("id");
    store.refuse(request.requireCaller(), suggestionId, refusal.refusal(), clock.instant());
    return Response.ok(new Suggested(suggestionId, "refused"));
  }

  private static AppException invalid(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }

  record Suggested(long suggestionId, String state) {}

  record Accepted(long suggestionId, String state, long lineId) {}

  /**
   * @param next what to ask for after, if there are more
   */
  record SuggestionList(List<Suggestion> suggestions, Optional<Long> next) {}
}
