package io.takewithott.catalog.title;

import io.takewithott.catalog.ranking.RankingStore;
import io.takewithott.catalog.title.TitleStore.Marks;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.ranking.RankedTitle;
import java.util.List;
import java.util.Optional;

/**
 * The page of a title: what everybody sees of it, which caches may share, and apart from that what
 * is one viewer's own. One database call each; for the own part an object read as well.
 */
public final class TitleResource {
  private static final double HALF = 0.5;

  private final TitleStore titles;
  private final RankingStore rankings;

  public TitleResource(TitleStore titles, RankingStore rankings) {
    this.titles = titles;
    this.rankings = rankings;
  }

  public Response detail(Request request) {
    long titleId = request.pathId("id");
    TitleDetail detail = titles.detail(titleId).orElseThrow(() -> noTitle(titleId));
    return Freshness.PUBLIC_MINUTE.of(request, Response.ok(detail));
  }

  public Response mine(Request request) {
    long viewer = request.requireCaller().userId();
    long titleId = request.pathId("id");
    Marks marks = titles.marks(titleId, viewer).orElseThrow(() -> noTitle(titleId));
    Optional<RankedTitle> place =
        rankings.findOwn(viewer).stream()
            .flatMap(ranking -> ranking.titles().stream())
            .filter(ranked -> ranked.titleId() == titleId)
            .findFirst();
    return Freshness.PRIVATE.of(
        request,
        Response.ok(
            new MineResponse(
                titleId,
                Optional.ofNullable(marks.halfStars()).map(half -> half * HALF),
                marks.picked(),
                marks.dismissed(),
                marks.watched(),
                marks.wished(),
                Optional.ofNullable(marks.liked()).map(liked -> liked ? "like" : "dislike"),
                Optional.ofNullable(marks.seconds()),
                marks.undoable(),
                place.map(RankedTitle::stars),
                place.map(ranked -> Match.percent(ranked.stars())),
                place.map(RankedTitle::because).orElse(List.of()))));
  }

  private static AppException noTitle(long titleId) {
    return new AppException(ErrorCode.NOT_FOUND, "There is no title with the id " + titleId);
  }

  /**
   * @param stars what the viewer gave it
   * @param watched how often
   * @param reaction {@code like} or {@code dislike}
   * @param seconds how far they are with it
   * @param undoable whether their latest change of its stars can be taken back
   * @param predictedStars what they are predicted to, while it is in their ranking
   * @param because their titles that the prediction mostly came from
   */
  record MineResponse(
      long titleId,
      Optional<Double> stars,
      boolean picked,
      boolean dismissed,
      int watched,
      boolean wished,
      Optional<String> reaction,
      Optional<Integer> seconds,
      boolean undoable,
      Optional<Double> predictedStars,
      Optional<Integer> match,
      List<Long> because) {}
}
