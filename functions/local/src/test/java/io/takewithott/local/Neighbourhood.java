package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.local.RunningWorld.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A few people and what they have done, so that no page of theirs is empty: mina, who shares jun's
 * party and has one of her own; sora, who has only just come; and one who is at the desk.
 *
 * @param titleId what mina reviewed
 * @param personId who has made it
 * @param partyId jun's party, in which mina is, and something went wrong
 * @param ownPartyId mina's own, with a free seat
 * @param orderId what mina paid
 * @param postId mina's post
 */
record Neighbourhood(
    Member mina,
    Member jun,
    Member sora,
    Member desk,
    long titleId,
    long personId,
    long partyId,
    long ownPartyId,
    String orderId,
    long postId) {
  private static final int DAYS_AGO = 12;

  static Neighbourhood settle(RunningWorld world) throws Exception {
    return new Settling(world).settle();
  }

  /** How they came to be. */
  private static final class Settling {
    private final RunningWorld world;
    private final Member mina;
    private final Member jun;
    private final List<Long> titles = new ArrayList<>();

    Settling(RunningWorld world) throws Exception {
      this.world = world;
      mina = world.join("mina");
      jun = world.join("jun");
      world
          .call("GET", "/titles?limit=24", null, null)
          .body()
          .path("titles")
          .forEach(title -> titles.add(title.path("titleId").asLong()));
    }

    Neighbourhood settle() throws Exception {
      Member sora = world.join("sora");
      opinions();
      long post = talk();
      Sharing sharing = new Sharing(world);
      long party = sharing.open("주말 영화 모임", jun);
      String order = sharing.join(party, mina);
      time(party);
      chat(party);
      problem(party);
      long own = sharing.open("심야 정주행 파티", mina);
      JsonNode title = world.call("GET", "/titles/" + titles.get(4), null, null).body();
      Member desk = world.appoint(world.join("desk"));
      atTheDesk(desk, order);
      world.currentHome(mina);
      return new Neighbourhood(
          mina,
          jun,
          sora,
          desk,
          titles.get(4),
          title.at("/credits/0/personId").asLong(),
          party,
          own,
          order,
          post);
    }

    private void opinions() throws Exception {
      Map<String, List<Long>> picks =
          Map.of("titleIds", List.of(titles.get(2), titles.get(9), titles.get(17)));
      world.done("PUT", "/me/picks", picks, mina);
      for (int i = 5; i < 14; i++) {
        world.done("PUT", at(i, "/rating"), Map.of("stars", 1 + i * 0.3 - i * 0.3 % 0.5), mina);
      }
      world.done("PUT", at(18, "/wish"), null, mina);
      world.done("PUT", at(19, "/wish"), null, mina);
      world.done("PUT", at(20, "/reaction"), Map.of("reaction", "like"), mina);
      world.done("PUT", at(21, "/dismissal"), null, mina);
      world.done("PUT", at(5, "/progress"), Map.of("finished", true), mina);
      world.done("PUT", "/me/following/" + jun.userId(), null, mina);
      world.done("PUT", "/me/following/" + mina.userId(), null, jun);
    }

    /** A post of mina's, and what somebody does not like of jun's. */
    private long talk() throws Exception {
      world.done(
          "PUT",
          at(4, "/review"),
          Map.of("text", "두 번째 볼 때 더 좋았어요. 조용한 장면들이 오래 남아요.", "stars", 4.5),
          mina);
      long review =
          world
              .done("PUT", at(4, "/review"), Map.of("text", "범인은 그 사람이에요!"), jun)
              .path("reviewId")
              .asLong();
      world.done("POST", "/reviews/" + review + "/report", Map.of("reason", "spoiler"), mina);
      long post =
          world
              .done(
                  "POST",
                  "/posts",
                  Map.of(
                      "headline",
                      "비 오는 날 보기 좋은 영화",
                      "text",
                      "빗소리와 어울리는 영화를 모으고 있어요.\n하나씩 추천해 주세요!"),
                  mina)
              .path("postId")
              .asLong();
      world.done("POST", "/posts/" + post + "/comments", Map.of("text", "저는 시를 추천해요."), jun);
      world.done("PUT", "/posts/" + post + "/like", null, jun);
      // Another neighbourhood may have suggested it before.
      world.call(
          "POST", at(4, "/lines"), Map.of("line", "언젠가는 알게 되겠지", "speaker", "형사"), mina.token());
      return post;
    }

    /** Some days of the month are over, and jun has been credited for them. */
    private void time(long party) {
      run(
          "update cycles set starts_on = starts_on - cast(:days as integer) where membership_id in (:mine)",
          party);
      run(
          "update memberships set joined_on = joined_on - cast(:days as integer) where party_id = :party",
          party);
      world.server().invoke("PaymentRunFunction", Json.bytes(Map.of("run", "settle")));
    }

    private void run(String sql, long party) {
      String mine = "select membership_id from memberships where party_id = :party";
      world
          .server()
          .database()
          .write(Sql.of(sql.replace(":mine", mine)).bind("days", DAYS_AGO).bind("party", party));
    }

    private void chat(long party) throws Exception {
      String to = "/parties/" + party + "/messages";
      say(to, "어서 오세요! 프로필은 두 번째 것을 쓰시면 돼요.", jun);
      say(to, "고마워요. 잘 들어가져요.", mina);
      long seq = say(to, "다음 달에는 다른 계정으로 보내 주세요.", jun);
      world.done("POST", to + "/" + seq + "/reports", Map.of("reason", "fraud"), mina);
    }

    private long say(String to, String text, Member by) throws Exception {
      Map<String, String> message = Map.of("clientId", "said-" + System.nanoTime(), "text", text);
      return world.done("POST", to, message, by).path("seq").asLong();
    }

    private void problem(long party) throws Exception {
      long claim =
          world
              .done(
                  "POST",
                  "/parties/" + party + "/claims",
                  Map.of("kind", "ACCESS_LOST", "evidence", "어제부터 비밀번호가 다르다고 나와요."),
                  mina)
              .path("claimId")
              .asLong();
      world.done(
          "POST",
          "/claims/" + claim + "/answer",
          Map.of("agree", false, "text", "저는 바꾸지 않았어요. 다시 해 보세요."),
          jun);
    }

    private void atTheDesk(Member desk, String order) throws Exception {
      Map<String, Object> refund =
          Map.of("orderId", order, "amount", 1_500, "reason", "이틀 동안 접속이 되지 않으셨어요.");
      world.done("POST", "/admin/refunds", refund, desk);
      // There may be one already.
      world.call("POST", "/admin/imports", Map.of("mode", "full", "dry", true), desk.token());
    }

    private String at(int index, String rest) {
      return "/titles/" + titles.get(index) + rest;
    }
  }
}
