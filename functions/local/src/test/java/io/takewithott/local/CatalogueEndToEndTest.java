package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalogue over HTTP, with the sample world and a model of it. */
class CatalogueEndToEndTest {
  private static RunningWorld world;
  private static RunningWorld.Member mina;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    world = RunningWorld.start(false);
    mina = world.join("mina");
    world.call("PUT", "/me/picks", Map.of("titleIds", List.of(1001, 1003, 1010)), mina.token());
    world.currentHome(mina);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void theHeroReallyPlays() throws Exception {
    String url = world.currentHome(mina).path("hero").path("clip").path("url").asText();

    HttpResponse<byte[]> piece = get(url, "range", "bytes=0-3");
    assertThat(piece.statusCode()).isEqualTo(206);
    assertThat(piece.body()).as("how every WebM begins").containsExactly(0x1A, 0x45, 0xDF, 0xA3);
    HttpResponse<byte[]> whole = get(url, "accept", "*/*");
    assertThat(whole.headers().firstValue("content-type")).hasValue("video/webm");
    assertThat(whole.body().length).isBetween(5_000, 100_000);
    assertThat(piece.headers().firstValue("content-range"))
        .hasValue("bytes 0-3/" + whole.body().length);
  }

  @Test
  void everyCardOfAPageHasAPosterAndAMemberHasReasons() throws Exception {
    JsonNode home = world.currentHome(mina);
    JsonNode card = home.path("rows").get(0).path("titles").get(0);

    assertThat(card.path("match").asInt()).isBetween(1, 100);
    assertThat(card.path("reason").asText()).isNotEmpty();
    HttpResponse<byte[]> poster = get(card.path("poster").asText(), "accept", "image/*");
    assertThat(poster.headers().firstValue("content-type").orElse("")).startsWith("image/svg+xml");
    assertThat(new String(poster.body(), java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("<svg")
        .contains(card.path("title").asText().split(" ")[0].substring(0, 1));
  }

  @Test
  void aTitleLeadsToPeopleAndToTitlesAlike() throws Exception {
    JsonNode silmido = world.call("GET", "/titles/1001", null, null).body();

    assertThat(silmido.path("similar")).hasSize(20);
    long director = silmido.path("credits").get(0).path("personId").asLong();
    JsonNode person = world.call("GET", "/people/" + director, null, null).body();
    assertThat(person.path("name").asText()).isEqualTo("강우석");
    assertThat(person.path("filmography").findValuesAsText("title")).contains("실미도");
    for (JsonNode alike : silmido.path("similar")) {
      assertThat(
              world.call("GET", "/titles/" + alike.path("titleId").asLong(), null, null).status())
          .isEqualTo(200);
    }
  }

  @Test
  void aCacheMayAskWhetherATitleStillHolds() throws Exception {
    HttpResponse<byte[]> first = get("/titles/1002", "accept", "*/*");
    String tag = first.headers().firstValue("etag").orElseThrow();

    HttpResponse<byte[]> again = get("/titles/1002", "if-none-match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void allTitlesAreReachedPageByPage() throws Exception {
    List<Long> all = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 20; page++) {
      JsonNode list = world.call("GET", "/titles?sort=title&limit=50" + cursor, null, null).body();
      list.path("titles").forEach(title -> all.add(title.path("titleId").asLong()));
      if (!list.has("next")) {
        break;
      }
      cursor = "&cursor=" + list.path("next").asText();
    }
    assertThat(all).hasSize(382).doesNotHaveDuplicates();
  }

  @Test
  void whatAServiceIsWorthAndWhenToHoldIt() throws Exception {
    JsonNode value = world.call("GET", "/value", null, mina.token()).body();
    assertThat(value.path("basis").asText()).isEqualTo("personal");
    assertThat(value.path("services").get(0).path("perThousandWon").asDouble()).isPositive();

    JsonNode plan =
        world
            .call(
                "POST",
                "/rotation",
                Map.of(
                    "titleIds",
                    List.of(1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008),
                    "months",
                    4,
                    "monthlyBudgetWon",
                    9000,
                    "titlesPerMonth",
                    4),
                mina.token())
            .body();
    assertThat(plan.path("seen").asInt()).isPositive();
    assertThat(plan.path("months")).hasSize(4);
    assertThat(world.call("POST", "/rotation", Map.of(), null).status()).isEqualTo(401);
  }

  private HttpResponse<byte[]> get(String path, String header, String value) throws Exception {
    return client.send(
        HttpRequest.newBuilder(world.address(path)).header(header, value).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }
}
