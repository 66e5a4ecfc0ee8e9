package io.takewithott.core.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.objects.Checksum;
import io.takewithott.core.ranking.RankedTitle.Ends;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingFormatTest {
  private static final Ranking RANKING =
      new Ranking(
          7,
          3,
          "m1",
          Instant.parse("2026-11-21T00:00:00Z"),
          List.of(
              new RankedTitle(
                  5, 0.9, 4.5, List.of(1L), new RankedTitle.Shares(0.25, 0.5, 0.125, 0.125))),
          List.of(new RankedRow(RankedRow.Kind.BECAUSE, Optional.of(1L), List.of(5L))));

  @Test
  void whatIsWrittenIsRead() {
    assertThat(RankingFormat.read(RankingFormat.write(RANKING))).contains(RANKING);
  }

  @Test
  void theEndsOfAlphaAreReadToo() {
    RankedTitle title = RANKING.titles().get(0);
    RankedTitle leaning =
        new RankedTitle(
            5, 0.9, 4.5, List.of(1L), title.shares(), Optional.of(new Ends(0.3f, 0.7f)));
    Ranking ranking = new Ranking(7, 3, "m1", RANKING.rankedAt(), List.of(leaning), RANKING.rows());

    assertThat(RankingFormat.read(RankingFormat.write(ranking))).contains(ranking);
    assertThat(new String(RankingFormat.write(ranking), StandardCharsets.UTF_8))
        .startsWith("TWO-RANKING 2 ")
        .contains("\"ends\":{\"crowd\":0.3,\"own\":0.7}");
  }

  @Test
  void aRowWithASubjectIsReadToo() {
    RankedRow row =
        new RankedRow(
            RankedRow.Kind.DIRECTOR,
            Optional.empty(),
            Optional.of(new RankedRow.Subject("7", "봉준호", "Bong Joon-ho")),
            List.of(5L));
    Ranking ranking = new Ranking(7, 3, "m1", RANKING.rankedAt(), RANKING.titles(), List.of(row));

    assertThat(RankingFormat.read(RankingFormat.write(ranking))).contains(ranking);
  }

  /** As it was stored before rows had subjects and titles had ends. */
  @Test
  void aRankingOfAnEarlierTimeIsRead() {
    byte[] body =
        "{\"userId\":7,\"tasteVersion\":3,\"modelVersion\":\"m1\",\"rankedAt\":\"2026-11-21T00:00:00Z\",\"titles\":[{\"titleId\":5,\"score\":0.9,\"stars\":4.5,\"because\":[1],\"shares\":{\"svd\":0.25,\"knn\":0.5,\"picks\":0.125,\"crowd\":0.125}}],\"rows\":[{\"kind\":\"BECAUSE\",\"seed\":1,\"titleIds\":[5]}]}"
            .getBytes(StandardCharsets.UTF_8);
    String header = "TWO-RANKING 1 " + Checksum.sha256(body) + "\n";

    assertThat(
            RankingFormat.read(
                (header + new String(body, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)))
        .contains(RANKING);
  }

  @Test
  void anotherVersionIsNoRankingHere() {
    String whole = new String(RankingFormat.write(RANKING), StandardCharsets.UTF_8);

    assertThat(
            RankingFormat.read(
                whole.replace("TWO-RANKING 2", "TWO-RANKING 3").getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void aDamagedByteAnywhereMakesItNoRanking() {
    byte[] bytes = RankingFormat.write(RANKING);
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1;
      assertThat(RankingFormat.read(damaged)).as("byte " + i).isEmpty();
    }
  }

  @Test
  void aHalfWrittenOneIsNoRanking() {
    byte[] bytes = RankingFormat.write(RANKING);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(RankingFormat.read(Arrays.copyOf(bytes, length))).isEmpty();
    }
  }

  @Test
  void oneOfANewerShapeIsNoRankingHere() {
    String json = new String(RankingFormat.write(RANKING), StandardCharsets.UTF_8);
    String newer = json.substring(json.indexOf('\n') + 1).replace("BECAUSE", "OF_TOMORROW");
    byte[] body = newer.getBytes(StandardCharsets.UTF_8);

    assertThat(
            RankingFormat.read(
                ("TWO-RANKING 2 " + Checksum.sha256(body) + "\n" + newer)
                    .getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }
}
